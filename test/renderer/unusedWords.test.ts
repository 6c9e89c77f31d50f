import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A side's sources, where its words stand, and entries that are for people who translate, not for the program. */
const sides = [
  { name: 'the page', config: 'renderer/tsconfig.json', sources: 'renderer/', words: 'renderer/i18n/en/' },
  { name: 'tray and toast', config: 'tsconfig.json', sources: 'main/', words: 'main/alerts/words/en.ts' },
] as const;

/** Libraries whose types say what a word is chosen by; of the others, which weigh ten times as much, nothing needs to be known. */
const telling = /^(zod|react)(\/|$)/u;

/** The compiler's view of the disk, without the libraries that tell nothing of words. */
function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const cache = ts.createModuleResolutionCache(root, (name) => name, options);
  return {
    ...host,
    resolveModuleNameLiterals: (literals, from, _redirected, given) =>
      literals.map(({ text }) =>
        text.startsWith('.') || telling.test(text) ? ts.resolveModuleName(text, from, given, host, cache) : { resolvedModule: undefined },
      ),
  };
}

/** No test reads a word for a person. */
function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

/** Every entry of the English catalogue that no source outside the catalogues reads, by file and name. */
function unused({ config, sources, words }: (typeof sides)[number]): string[] {
  const read = ts.getParsedCommandLineOfConfigFile(
    `${root}${config}`,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (read === undefined) throw new Error(`${config} cannot be read`);
  const options = { ...read.options, lib: ['lib.es2024.d.ts'], types: [] };
  const program = ts.createProgram(
    read.fileNames.filter((file) => [sources, 'contract/'].some((folder) => relative(root, file).startsWith(folder)) && !isTest(file)),
    options,
    hostOf(options),
  );
  const checker = program.getTypeChecker();
  const pathOf = (node: ts.Node): string => relative(root, node.getSourceFile().fileName);
  const isWords = (node: ts.Node): boolean => pathOf(node).startsWith(words);
  const used = new Set<ts.Node>();
  /** What entries and groups of them are called: of other names nothing needs to be asked, which is what takes long. */
  const names = new Set<string>();

  /** What a symbol of the catalogue stands for: its entry, and what a spread or a shorthand stands for in turn. */
  function use(symbol: ts.Symbol | undefined): void {
    for (const declaration of symbol?.declarations ?? []) {
      if (used.has(declaration) || !isWords(declaration)) continue;
      used.add(declaration);
      if (ts.isShorthandPropertyAssignment(declaration)) use(checker.getShorthandAssignmentValueSymbol(declaration));
    }
  }

  /** An entry read by a name that is only known at run time: those of its type; all, where it says no more than "a text". */
  function useByKey(object: ts.Type, key: ts.Type): void {
    const keys = key.isUnion() ? key.types : [key];
    const named = keys.flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
    for (const property of object.getProperties()) {
      if (named.length === 0 || named.includes(property.name)) use(property);
    }
  }

  function visit(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node) && names.has(node.name.text)) {
      use(checker.getSymbolAtLocation(node.name));
      // Handed on as a whole, it is read as a whole.
      if (ts.isCallExpression(node.parent) && node.parent.arguments.includes(node)) {
        for (const property of checker.getTypeAtLocation(node).getProperties()) use(property);
      }
    }
    if (ts.isElementAccessExpression(node)) {
      useByKey(checker.getTypeAtLocation(node.expression), checker.getTypeAtLocation(node.argumentExpression));
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name) && names.has(name.text)) use(checker.getTypeAtLocation(node.parent).getProperty(name.text));
    }
    ts.forEachChild(node, visit);
  }

  const entries: ts.PropertyAssignment[] = [];
  function collect(node: ts.Node): void {
    // A list is read as a whole.
    if (ts.isArrayLiteralExpression(node)) return;
    if (ts.isPropertyAssignment(node)) entries.push(node);
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) names.add(node.name.getText());
    ts.forEachChild(node, collect);
  }
  for (const file of program.getSourceFiles()) if (isWords(file)) collect(file);
  for (const file of program.getSourceFiles()) {
    if (isWords(file) || !pathOf(file).startsWith(sources) || isTest(file.fileName) || /(^|\/)zh-CN(\/|\.ts)/.test(pathOf(file))) continue;
    visit(file);
  }
  expect(entries.length).toBeGreaterThan(20);
  const leaves = entries.filter(({ initializer }) => !ts.isObjectLiteralExpression(initializer));
  return leaves.filter((entry) => !used.has(entry)).map((entry) => `${pathOf(entry)}: ${entry.name.getText()}`);
}

test.each(sides)(
  'every word of $name is used',
  (side) => {
    expect(unused(side)).toEqual([]);
  },
  120_000,
);
