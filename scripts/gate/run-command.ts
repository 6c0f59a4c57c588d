/** Runs one command to its end and keeps what it said. */
import { spawn } from 'node:child_process';

export interface Ran {
  readonly ok: boolean;
  readonly output: string;
}

export function runCommand(root: string, [program = '', ...args]: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => said.push(piece));
    child.stderr.on('data', (piece: Buffer) => said.push(piece));
    child.on('error', (error) => resolve({ ok: false, output: `${program} could not be started: ${error.message}` }));
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(said).toString('utf8').trim() }));
  });
}
