import { SaxesParser } from 'saxes';
import type { Outcome } from '../../model/issue.ts';
import { CAPS } from '../../model/schema/structure.ts';
import { issuesOf, shown, type Problem } from './problem.ts';

export interface XmlElement {
  readonly name: string;
  /** Without a prototype. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What a label says; of other elements text is not kept. */
  readonly text: string;
  /** Where it begins. */
  readonly line: number;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Deeper and larger than any tree of faults that fits on a board. */
const DEEPEST = 50;
const MOST_ELEMENTS = 300_000;
/** What the parser says may hold a name of megabytes. */
const LONGEST_CAUSE = 100;

/** Thrown out of the parser, which cannot be stopped otherwise; never leaves this file. */
class Stop extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * The root element of a text in XML. Entities other than the five that XML itself has, and whatever lies outside the
 * text, are never looked up: a document that declares its own is refused.
 */
export function readXml(text: string): Outcome<XmlElement> {
  if (text.length > CAPS.jsonLength) {
    const message = `This is larger than ${CAPS.jsonLength / 1e6} MB, which is more than can be opened`;
    return { ok: false, issues: [{ code: 'open-psa/too-large', path: [], message }] };
  }
  try {
    return { ok: true, value: rootElement(text) };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, issues: issuesOf([error.problem]) };
    throw error;
  }
}

function rootElement(text: string): XmlElement {
  const parser = new SaxesParser();
  const document: OpenElement = { name: '', attributes: {}, children: [], text: '', line: 1 };
  const open = [document];
  let elements = 0;

  const stop = (code: string, message: string): never => {
    throw new Stop({ line: parser.line, code, message });
  };
  const keepText = (text: string): void => {
    const element = open.at(-1);
    if (element?.name === 'label') element.text += text;
  };

  parser.on('error', ({ message }) => {
    const what = message.replace(/^\d+:\d+: |\.$/g, '').slice(0, LONGEST_CAUSE);
    stop('not-xml', `This is not well-formed XML: ${what}. It may be cut off or changed`);
  });
  parser.on('doctype', (declared) => {
    if (declared.includes('[')) {
      stop(
        'entities',
        'This declares entities of its own in its DOCTYPE, and those are never looked up. Write them out',
      );
    }
  });
  parser.on('opentagstart', ({ name }) => {
    if (open.length > DEEPEST) {
      stop('too-deep', `<${shown(name)}> is nested more than ${DEEPEST} levels deep, which no fault tree is`);
    }
    if (++elements > MOST_ELEMENTS) stop('too-large', `There are more than ${MOST_ELEMENTS} elements up to here`);
    const element: OpenElement = { name, attributes: {}, children: [], text: '', line: parser.line };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('opentag', ({ attributes }) => {
    const element = open.at(-1);
    if (element !== undefined) element.attributes = attributes;
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', keepText);
  parser.on('cdata', keepText);
  parser.write(text.replace(/^\ufeff/, '')).close();
  return document.children[0]!;
}
