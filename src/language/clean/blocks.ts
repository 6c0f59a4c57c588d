/** Which lines of a text are machine speech: fenced and indented code, logs, stack traces, paths of frames, dumps. */

import { withoutMarks } from './markup.ts';

/** Markdown’s fences (CommonMark §4.5), Jira’s {code} and {noformat}, and HTML’s <pre>. */
const FENCE = /^\s{0,3}(`{3,}|~{3,})/;
const JIRA_BLOCK = /\{(code|noformat)(?::[^}\n]{0,200})?\}/gi;
/** A frame of a stack trace: Java, JavaScript, Python, .NET, Ruby, Swift and Objective-C, gdb. */
const FRAMES = [
  /^\s*at [\w$.<>/[\] ]{1,200}[(:]/,
  /^\s*File "[^"\n]{1,300}", line \d+/,
  /^\s*(Caused by|Traceback|Exception in thread|\.\.\. \d+ more)\b/,
  /^\s*#?\d{1,3}\s+(0x[0-9a-f]{6,}|[\w.?-]{1,80}\s+0x[0-9a-f]{6,})/i,
  /^\s*from [^\s:]{1,200}:\d+:in\b/,
  /^\s*[\w$]+(\.[\w$]+){2,}(Exception|Error)\b/,
];
/** A line of a log: it opens with a time, a level, or a tag and a number of a process. */
const LOGS = [
  /^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/,
  /^\s*\[?\d{1,2}[-/]\d{1,2}([-/]\d{2,4})? \d\d:\d\d:\d\d/,
  /^\s*\w{3} \d{1,2} \d\d:\d\d:\d\d\b/,
  /^\s*\[?\d\d:\d\d:\d\d[.,\]]/,
  /^\s*\[(INFO|DEBUG|TRACE|WARN|WARNING|ERROR|FATAL)\s*\]/i,
  /^\s*(INFO|DEBUG|TRACE|WARN|ERROR|FATAL)[:/|]/,
  /^\s*[VDIWEF]\/[\w.$-]{1,60}\s*\(/,
];
/** Signs that prose seldom has. A line with so many of them is code that nobody fenced. */
const SIGNS = /[{}()[\];=<>|\\/*&^%$#@+~`_]/g;
const MANY_SIGNS = 0.12;
const CODE_END =
  /[;{}]\s*$|^\s*(<\/?[\w:.-]+[ >/]|\/\/|\/\*|\*\/|#include\b|import [\w.{*]|(var|let|const|function|public|private|return)\s)/;

/** Lines longer than this are dumps: one line of prose is seldom a tenth of it. */
const LONGEST_LINE = 5_000;

/** The lines that a person wrote; a block of anything else leaves one empty line, so that sentences end before it. */
export function spoken(lines: readonly string[]): string[] {
  const out: string[] = [];
  let fence: string | null = null;
  let block: string | null = null;
  for (const line of lines) {
    if (fence !== null) {
      if (closes(line, fence)) fence = null;
      continue;
    }
    const opened = block === null ? FENCE.exec(line)?.[1] : undefined;
    if (opened !== undefined) {
      fence = opened;
      out.push('');
      continue;
    }
    const left = outsideJira(line, block);
    block = left.block;
    out.push(left.cut || isMachine(left.text) ? keptOf(left) : left.text);
  }
  return out;
}

function keptOf({ text, cut }: { text: string; cut: boolean }): string {
  return cut && !isMachine(text) ? text : '';
}

function closes(line: string, fence: string): boolean {
  const found = FENCE.exec(line)?.[1];
  return found !== undefined && found[0] === fence[0] && found.length >= fence.length;
}

/** What of a line stands outside {code} and {noformat}; a block may open and close on one line. */
function outsideJira(line: string, from: string | null): { text: string; block: string | null; cut: boolean } {
  if (from === null && !line.includes('{')) return { text: line, block: null, cut: false };
  let block = from;
  let text = '';
  let at = 0;
  let cut = from !== null;
  for (const found of line.matchAll(JIRA_BLOCK)) {
    const name = (found[1] as string).toLowerCase();
    if (block === null) {
      text += `${line.slice(at, found.index)} `;
      block = name;
      cut = true;
    } else if (block === name) block = null;
    at = found.index + found[0].length;
  }
  if (block === null) text += line.slice(at);
  return { text, block, cut };
}

function isMachine(line: string): boolean {
  if (line.length > LONGEST_LINE) return true;
  if (FRAMES.some((frame) => frame.test(line)) || LOGS.some((log) => log.test(line))) return true;
  const bare = line.trim();
  if (bare.length < 3) return false;
  const signs = bare.match(SIGNS)?.length ?? 0;
  if (CODE_END.test(line)) return signs >= 2 || /;\s*$/.test(line);
  return many(signs, bare) && manyIn(withoutMarks(bare));
}

function many(signs: number, text: string): boolean {
  return signs > 4 && signs / text.length > MANY_SIGNS;
}

/** Links and marks of emphasis are a person’s: they are taken off before the signs are counted again. */
function manyIn(text: string): boolean {
  return many(text.match(SIGNS)?.length ?? 0, text);
}
