const tutorials = "https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials";

/** Adobe's page about the base connection of a source, such as `databases/redshift`. */
export function createPage(place: string): string {
  return `${tutorials}/create/${place}`;
}

/** Adobe's page about the source connections of a category of sources, such as `cloud-storage`. */
export function collectPage(category: string): string {
  return `${tutorials}/collect/${category}`;
}
