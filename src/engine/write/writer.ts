/** A language model behind an OpenAI-compatible endpoint: one question, one answer, read as a list of sentences. */
import type { Sentence } from '#core/draft.ts';
import { BifocalError } from '#core/errors.ts';
import { type ModelAsked, modelAddress } from '../model-address.ts';

export interface Writer {
  readonly to: string;
  readonly model: string;
  write(task: string, material: string, signal: AbortSignal): Promise<Sentence[]>;
}

/** A model on a laptop’s processor writes some words a second. A draft is 2 kB; an answer of 1 MB is none. */
const LIMITS = { headMs: 240_000, wholeMs: 300_000, bytes: 2 ** 20, tries: 3, patienceMs: 60_000 };

export function writer(asked: ModelAsked): Writer {
  const { model } = asked;
  const { to, ask } = modelAddress(asked, { path: 'chat/completions', limits: LIMITS, unusable });
  return {
    to,
    model,
    async write(task, material, signal) {
      const messages = [
        { role: 'system', content: task },
        { role: 'user', content: material },
      ];
      const question = { model, messages, stream: false, response_format: { type: 'json_object' } };
      return sentencesIn(await ask(JSON.stringify(question), signal), (cause) => unusable(to, cause));
    },
  };
}

/** What is no list of sentences with ids is refused whole: half of an answer that broke off is no draft. */
function sentencesIn(body: string, refused: (cause: string) => Error): Sentence[] {
  const { choices } = objectIn(body) ?? {};
  const [choice] = Array.isArray(choices) ? (choices as unknown[]) : [];
  const { message } = asObject(choice);
  const { content } = asObject(message);
  if (typeof content !== 'string') throw refused('its answer is no answer of a chat');
  const read = objectIn(content.trim().replace(/^```(?:json)?\s*([\s\S]*?)\s*```$/, '$1'));
  if (read === null) throw refused('what it wrote is no JSON, or broke off');
  if (!Array.isArray(read.sentences)) throw refused('what it wrote has no list of sentences');
  return read.sentences.map((one: unknown) => {
    const { text, evidence } = asObject(one);
    const ids = Array.isArray(evidence) ? evidence.filter((id) => typeof id === 'string') : [];
    return { text: typeof text === 'string' ? text.trim() : '', evidence: ids };
  });
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function unusable(model: string, cause: string, from?: unknown): BifocalError {
  return new BifocalError('WRITER_UNUSABLE', { model, cause }, from);
}
