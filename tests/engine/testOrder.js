const { default: Sequencer } = require("@jest/test-sequencer");

/** The folders whose files take longest. They run first, so that no worker has a long file left when the others have finished. */
const first = ["faults", "secrets", "examples", "engine", "promises", "compatibility", "docs"];

const rank = ({ path }) => {
  const position = first.findIndex((folder) => path.includes(`/tests/${folder}/`));
  return position === -1 ? first.length : position;
};

/** Jest's order, from the durations of the last run or else from file sizes, within each of these folders. */
module.exports = class extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
