/** A local server for tests that answers as it is told, faults included, and is gone when the test is. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export interface FaultServer {
  readonly url: string;
  readonly port: number;
  /** `METHOD path` of every request so far. */
  readonly asked: string[];
  /** Headers of every request so far. */
  readonly heads: IncomingMessage['headers'][];
  [Symbol.asyncDispose](): Promise<void>;
}

/** Paths are matched whole, without their query; `*` answers everything else. Unknown paths give 404. */
export async function openFaultServer(paths: Readonly<Record<string, Answering>>): Promise<FaultServer> {
  const asked: string[] = [];
  const heads: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    heads.push(request.headers);
    const path = (request.url ?? '').split('?')[0] ?? '';
    const answer = paths[path] ?? paths['*'];
    if (answer) answer(request, response);
    else response.writeHead(404).end('not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, asked, heads, [Symbol.asyncDispose]: () => close(server) };
}

/** Ends at once, hanging answers too. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export function text(body: string, headers: Record<string, string> = {}): Answering {
  return (_request, response) => response.writeHead(200, { 'content-type': 'text/plain', ...headers }).end(body);
}

export function status(code: number, headers: Record<string, string> = {}): Answering {
  return (_request, response) => response.writeHead(code, headers).end(`status ${code}`);
}

/** Promises more than it sends, then hangs up. */
export function cutOff(body: string, headers: Record<string, string> = {}): Answering {
  return (_request, response) => {
    response.writeHead(200, { 'content-length': String(body.length * 2), ...headers });
    response.write(body, () => response.destroy());
  };
}

/** Never answers. */
export const silent: Answering = () => undefined;

/** The first answers in turn, then the last one for ever. */
export function inTurn(...answers: Answering[]): Answering {
  let next = 0;
  return (request, response) => {
    const answer = answers[Math.min(next, answers.length - 1)];
    next += 1;
    answer?.(request, response);
  };
}
