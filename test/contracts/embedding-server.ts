/** A local stand-in for an embeddings endpoint: it answers as OpenAI’s does, or as badly as a test wants. */
import type { Dense } from '#language/vectors/sparse.ts';
import { type Answering, openFaultServer } from '../worlds/fault-server.ts';
import { bodyOf } from './question-body.ts';

export interface Question {
  readonly model: string;
  readonly input: readonly string[];
}

/** `rows`: the vectors that it answers; `bend`: what becomes of them on the way. */
export async function openEmbedding(
  rows: (texts: readonly string[]) => Dense,
  bend: (data: { index: number; embedding: unknown }[]) => unknown = (data) => data,
) {
  const questions: Question[] = [];
  const answer: Answering = async (request, response) => {
    const question = JSON.parse(await bodyOf(request)) as Question;
    questions.push(question);
    const { width, data } = rows(question.input);
    const items = question.input.map((_, index) => ({
      index,
      embedding: [...data.subarray(index * width, (index + 1) * width)],
    }));
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ object: 'list', data: bend(items), model: question.model }));
  };
  const server = await openFaultServer({ '/v1/embeddings': answer });
  return { ...server, questions, answer };
}
