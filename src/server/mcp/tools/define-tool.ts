/** How a tool is declared: what it takes, checked, and what it answers: small by default, with a cursor where there is more. */
import type { z } from 'zod';
import type { Store } from '#engine/open-store.ts';
import type { Telling } from '../../jobs/tell.ts';

export interface Tool<Input extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  /** Decides something: offered only to whom that was granted. */
  readonly writes?: true;
  answer(asked: z.infer<z.ZodObject<Input>>, given: Given): Promise<object>;
}

/** What a tool works with. */
export interface Given {
  readonly store: Store;
  /** Who decides, as the log names them; null where an assistant may only look. */
  readonly actor: string | null;
  /** What is derived from evidence: over HTTP on a thread of its own, else here. */
  tell<What extends keyof Telling>(productId: string, what: What): Promise<Telling[What]>;
}

export function defineTool<Input extends z.ZodRawShape>(tool: Tool<Input>): Tool {
  // What it is asked with was checked against its own schema before.
  return tool as unknown as Tool;
}
