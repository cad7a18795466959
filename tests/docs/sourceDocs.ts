import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { projectRoot } from "../engine/projectRoot";

/** What the sdk's source files say about their own declarations: the source of the reference pages. */

/** One arg, output or result field. */
export interface FieldDoc {
  /** Such as `data.schema.id`, `mappings[].source` or `transformations[name=Copy].params`. */
  path: string;
  /** As a reader of the page needs it: without `Input` and `undefined`; an object whose fields follow is `object`. */
  type: string;
  required: boolean;
  doc: Doc;
}

/** A comment, taken apart. */
export interface Doc {
  text: string;
  /** Adobe's page. */
  page?: string;
  /** A complete program. */
  example?: string;
}

type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration;

/** All interfaces, type aliases and classes of some folders of the sdk, by name. */
export class SourceDocs {
  readonly #declarations = new Map<string, Declaration>();
  readonly #functions: ts.FunctionDeclaration[] = [];

  constructor(folders: readonly string[]) {
    for (const folder of folders) {
      for (const name of readdirSync(join(projectRoot, folder)).filter((file) => file.endsWith(".ts"))) {
        const path = join(projectRoot, folder, name);
        const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2023, true);
        source.forEachChild((node) => this.#add(node));
      }
    }
  }

  #add(node: ts.Node): void {
    if (ts.isFunctionDeclaration(node)) this.#functions.push(node);
    const declares =
      ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node);
    if (declares && node.name) this.#declarations.set(node.name.text, node);
  }

  /** Exported functions whose names fit, in alphabetical order. */
  functions(pattern: RegExp): ts.FunctionDeclaration[] {
    return this.#functions
      .filter((node) => node.name && pattern.test(node.name.text) && isExported(node))
      .sort((one, other) => one.name!.text.localeCompare(other.name!.text));
  }

  doc(name: string): Doc {
    const node = this.#declarations.get(name);
    return node ? docOf(node) : { text: "" };
  }

  /** The alternatives of an args type: one for an interface, several for a union of interfaces. */
  forms(name: string): { title: string; fields: FieldDoc[] }[] {
    const node = this.#declarations.get(name);
    if (node && ts.isTypeAliasDeclaration(node) && ts.isUnionTypeNode(node.type)) {
      return node.type.types.map((type) => ({
        title: this.doc(nameOf(type) ?? "").text,
        fields: this.#fieldsOf(type, ""),
      }));
    }
    return [{ title: "", fields: node ? this.#declared(node, "") : [] }];
  }

  /** The fields that objects of a class have at run time. */
  outputs(name: string): FieldDoc[] {
    const node = this.#declarations.get(name);
    if (!node || !ts.isClassDeclaration(node)) throw new Error(`The sdk has no class ${name}.`);
    const own = node.members.filter(ts.isPropertyDeclaration).map((member) => this.#output(member));
    const base = node.heritageClauses?.[0]?.types[0]?.expression.getText();
    return base !== undefined && this.#declarations.has(base) ? [...own, ...this.outputs(base)] : own;
  }

  #output(member: ts.PropertyDeclaration): FieldDoc {
    const type = member.type ? this.#shown(unwrapped(member.type)) : "any";
    return { path: member.name.getText(), type, required: !isOptional(member), doc: docOf(member) };
  }

  #declared(node: Declaration, prefix: string): FieldDoc[] {
    if (ts.isTypeAliasDeclaration(node)) return this.#fieldsOf(node.type, prefix);
    const inherited = (node.heritageClauses ?? []).flatMap(({ types }) => [...types]);
    const own = node.members.filter(ts.isPropertySignature).flatMap((member) => this.#field(member, prefix));
    return [...own, ...inherited.flatMap((type) => this.#fieldsOf(type, prefix))];
  }

  /** The fields of an object type, as far as the sdk itself declares it. */
  #fieldsOf(type: ts.TypeNode, prefix: string): FieldDoc[] {
    // Types that depend on the connector: the form for any connector.
    if (ts.isConditionalTypeNode(type)) return this.#fieldsOf(unwrapped(type.falseType), prefix);
    if (ts.isIntersectionTypeNode(type)) return type.types.flatMap((part) => this.#fieldsOf(part, prefix));
    if (ts.isUnionTypeNode(type)) return unique(type.types.flatMap((part) => this.#fieldsOf(part, prefix)));
    const name = nameOf(type);
    if (name === undefined) return [];
    const args = (ts.isTypeReferenceNode(type) && type.typeArguments) || [];
    const [object, keys] = args;
    if ((name === "Omit" || name === "Without") && object && keys) {
      const dropped = [...literals(keys), ...(name === "Without" ? ["sandbox"] : [])];
      return this.#fieldsOf(object, prefix).filter(
        ({ path }) => !dropped.some((key) => path === prefix + key || path.startsWith(`${prefix}${key}.`)),
      );
    }
    const node = this.#declarations.get(name);
    return node ? this.#declared(node, prefix) : [];
  }

  #field(member: ts.PropertySignature, prefix: string): FieldDoc[] {
    if (!member.type || member.type.getText() === "undefined") return [];
    const path = prefix + member.name.getText();
    const type = unwrapped(member.type);
    const doc = docOf(member);
    const item = itemOf(type);
    const row = { path, type: this.#shown(type), required: !isOptional(member), doc };
    return [row, ...this.#nested(item ?? type, item ? `${path}[]` : path)];
  }

  /** Alternatives that a literal `name` tells apart are shown by it, as paths of state have it. */
  #nested(type: ts.TypeNode, path: string): FieldDoc[] {
    const alternatives = this.#alternatives(type);
    if (alternatives.length > 1) {
      return unique(
        alternatives.flatMap((each) => {
          const name = this.#literalName(each);
          const at = name === undefined ? path : path.replace(/\[\]$/, `[name=${name}]`);
          return this.#fieldsOf(each, `${at}.`).filter((field) => field.path !== `${at}.name`);
        }),
      );
    }
    return this.#fieldsOf(type, `${path}.`);
  }

  #alternatives(type: ts.TypeNode): readonly ts.TypeNode[] {
    if (ts.isUnionTypeNode(type)) return type.types;
    const node = this.#declarations.get(nameOf(type) ?? "");
    return node && ts.isTypeAliasDeclaration(node) ? this.#alternatives(node.type) : [type];
  }

  #literalName(type: ts.TypeNode): string | undefined {
    const node = this.#declarations.get(nameOf(type) ?? "");
    const members =
      node && ts.isInterfaceDeclaration(node) ? node.members.filter(ts.isPropertySignature) : [];
    const text = members.find((member) => member.name.getText() === "name")?.type?.getText();
    return text?.startsWith('"') ? text.slice(1, -1) : undefined;
  }

  #shown(type: ts.TypeNode): string {
    if (ts.isConditionalTypeNode(type)) return this.#shown(unwrapped(type.falseType));
    const item = itemOf(type);
    if (item) return `list of ${this.#shown(item)}`;
    if (ts.isUnionTypeNode(type))
      return [...new Set(type.types.map((part) => this.#shown(part)))].join(" or ");
    const name = nameOf(type);
    if (name === "Record") return "object";
    if (name === "Without" || name === "Omit" || ts.isTypeLiteralNode(type)) return "object";
    if (name === "ConnectionSpec" || name === "Spec") return "connector name or { id, version }";
    const node = name === undefined ? undefined : this.#declarations.get(name);
    if (!node) return type.getText();
    return ts.isTypeAliasDeclaration(node) ? this.#shown(unwrapped(node.type)) : "object";
  }
}

function docOf(node: ts.Node): Doc {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comment?.comment)?.trim() ?? "";
  const raw = comment?.getText() ?? "";
  const page = /@see (https:\S+)/.exec(raw)?.[1];
  const example = /@example\n\s*\* ```ts\n([\s\S]*?)\s*\* ```/.exec(raw)?.[1]?.replace(/^\s*\* ?/gm, "");
  return {
    text: text.replace(/\{@link (\w+)\}/g, "`$1`").replace(/(?<!\n)\n(?!\n)/g, " "),
    ...(page === undefined ? {} : { page }),
    ...(example === undefined ? {} : { example }),
  };
}

/** Of a function or class, by its own node. */
export const docOfNode = docOf;

function isExported(node: ts.FunctionDeclaration): boolean {
  return (node.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function isOptional(member: ts.PropertySignature | ts.PropertyDeclaration): boolean {
  return member.questionToken !== undefined;
}

const wrappers = new Set(["pulumi.Input", "pulumi.Output", "pulumi.Unwrap", "Promise"]);

/** The type without Pulumi's wrappers and without `undefined`. */
function unwrapped(type: ts.TypeNode): ts.TypeNode {
  if (ts.isParenthesizedTypeNode(type)) return unwrapped(type.type);
  if (ts.isUnionTypeNode(type)) {
    const defined = type.types.filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword);
    return defined.length === 1 ? unwrapped(defined[0]!) : type;
  }
  if (ts.isTypeReferenceNode(type) && wrappers.has(type.typeName.getText()) && type.typeArguments?.[0]) {
    return unwrapped(type.typeArguments[0]);
  }
  return type;
}

function itemOf(type: ts.TypeNode): ts.TypeNode | undefined {
  return ts.isArrayTypeNode(type) ? unwrapped(type.elementType) : undefined;
}

function nameOf(type: ts.TypeNode): string | undefined {
  if (ts.isExpressionWithTypeArguments(type)) return type.expression.getText();
  return ts.isTypeReferenceNode(type) ? type.typeName.getText() : undefined;
}

function literals(type: ts.TypeNode): string[] {
  const parts = ts.isUnionTypeNode(type) ? [...type.types] : [type];
  return parts.map((part) => part.getText().replaceAll('"', ""));
}

function unique(fields: FieldDoc[]): FieldDoc[] {
  return [...new Map(fields.map((field) => [field.path, field])).values()];
}
