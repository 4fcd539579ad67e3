/** A fenced block of a Markdown text. */
export interface Fence {
  /** The word after the opening fence: `ts`, `sh`. */
  readonly language: string;
  /** What follows that word. */
  readonly note: string;
  readonly text: string;
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
}

export function fencesOf(markdown: string): Fence[] {
  return [...markdown.matchAll(/^( *)```(\w*)(.*)\n([\s\S]*?)^\1```$/gm)].map((match) => {
    const [, indent = '', language = '', note = '', text = ''] = match;
    const line = markdown.slice(0, match.index).split('\n').length;
    return { language, note: note.trim(), text: text.replace(new RegExp(`^${indent}`, 'gm'), ''), line };
  });
}
