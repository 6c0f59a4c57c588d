/** The reference page of the HTTP API, and its OpenAPI document, from the routes themselves. */
import { openApi } from '#server/api/describe.ts';
import type { Served } from '#server/api/served.ts';
import { apiOf } from '#server/app.ts';
import { type GeneratedFile, HEADER } from './generated-file.ts';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    name: string;
    in: string;
    required?: boolean;
    schema?: object;
    description?: string;
  }[];
  readonly requestBody?: { readonly content: object; readonly description?: string };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

export function apiPages(): GeneratedFile[] {
  // Routes are described when they are added; what they work with is touched only when one is asked.
  const document = openApi(apiOf({} as Served));
  const paths = Object.entries(document.paths ?? {}) as [string, Record<string, Operation>][];
  const text = [
    `<!-- ${HEADER} -->`,
    '',
    '# HTTP API',
    '',
    '`bifocal serve` answers under `/api` at the address that it prints, to this machine alone. [openapi.json](openapi.json) is the same as a document (OpenAPI 3.1); a running server gives it at `/api/openapi.json`. Lists are `{items, next}`: `next` is the `cursor` of the following page, or null. Whatever fails answers `{error: {code, message, hint}}`, with a code of [the errors](errors.md). Where what is asked for is being found anew, what stood before is answered: `Bifocal-Stood` then says until when it stood, `Bifocal-Job` which job makes it anew; with `Prefer: wait` the answer waits for that. What a person decides is never answered with what stood before it.',
    '',
    ...paths.flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) => section(method.toUpperCase(), path, operation)),
    ),
  ].join('\n');
  return [
    { path: 'docs/reference/api.md', text },
    { path: 'docs/reference/openapi.json', text: `${JSON.stringify(document, null, 2)}\n` },
  ];
}

function section(method: string, path: string, operation: Operation): string[] {
  const { summary = '', description, parameters = [], requestBody, responses } = operation;
  const asked = parameters.filter(({ in: where }) => where === 'query');
  const sent =
    requestBody === undefined
      ? []
      : [`Body: ${Object.keys(requestBody.content).join(', ')}. ${requestBody.description ?? ''}`.trim(), ''];
  return [
    `## ${method} ${path}`,
    '',
    `${summary}.`,
    '',
    ...(description === undefined ? [] : [description, '']),
    ...(asked.length === 0 ? [] : ['| asked with | |', '|---|---|', ...asked.map(row), '']),
    ...sent,
    ...Object.entries(responses).map(([status, answer]) => `- ${status}: ${answer.description}`),
    '',
  ];
}

function row({ name, required, description }: { name: string; required?: boolean; description?: string }): string {
  return `| \`${name}\`${required === true ? ', needed' : ''} | ${(description ?? '').replaceAll('|', '\\|')} |`;
}
