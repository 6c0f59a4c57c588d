/** A local stand-in for a language model’s endpoint: it writes what a test tells it to, lies included. */
import { type Answering, openFaultServer } from '../worlds/fault-server.ts';
import { bodyOf } from './question-body.ts';

interface Told {
  readonly id: string;
  readonly text: string;
}

/** What a draft’s question holds. */
export interface Handed {
  readonly task: string;
  readonly facts: readonly Told[];
  readonly said: readonly Told[];
}

/** `write`: the content of the message, for what was handed over. */
export async function openWriting(write: (handed: Handed) => unknown) {
  const questions: Handed[] = [];
  const answer: Answering = async (request, response) => {
    const { messages } = JSON.parse(await bodyOf(request)) as { messages: [{ content: string }, { content: string }] };
    const handed = { task: messages[0].content, ...(JSON.parse(messages[1].content) as Omit<Handed, 'task'>) };
    questions.push(handed);
    const written = write(handed);
    const content = typeof written === 'string' ? written : JSON.stringify(written);
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  };
  const server = await openFaultServer({ '/v1/chat/completions': answer });
  return { ...server, questions };
}
