/** Takes out secrets of known shapes: API tokens by their published prefixes, private keys, passwords inside addresses. */

/** Shapes that issuers publish so that scanners can find them; every length is bounded. */
const TOKEN = new RegExp(
  [
    'gh[pousr]_[A-Za-z0-9]{36,255}', // GitHub
    'github_pat_[A-Za-z0-9_]{22,255}',
    'gl(?:pat|dt|rt|ptt|ft|soat)-[\\w-]{20,100}', // GitLab
    'xox[abeoprs]-[\\w-]{10,250}', // Slack
    'xapp-\\d-[\\w-]{10,250}',
    '(?:AKIA|ASIA)[A-Z0-9]{16}', // AWS
    'AIza[\\w-]{35}', // Google
    'ya29\\.[\\w-]{20,500}',
    'npm_[A-Za-z0-9]{36}',
    'pypi-AgE[\\w-]{50,500}',
    'sk-[A-Za-z0-9]{20,200}', // OpenAI and those that follow it
    'sk-(?:proj|ant|svcacct|or)-[\\w-]{20,300}',
    '(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,250}', // Stripe
    'whsec_[A-Za-z0-9+/]{24,100}',
    'SG\\.[\\w-]{16,32}\\.[\\w-]{16,64}', // SendGrid
    'hf_[A-Za-z0-9]{30,60}', // Hugging Face
    'dop_v1_[a-f0-9]{64}', // DigitalOcean
    'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}', // Shopify
    'lin_api_[A-Za-z0-9]{32,64}', // Linear
    'glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}', // Grafana
    'sntrys_[\\w+/=-]{40,400}', // Sentry
    'ATATT3x[\\w=-]{50,300}', // Atlassian
    'GOCSPX-[\\w-]{20,60}', // Google OAuth
    'SK[a-f0-9]{32}', // Twilio
    'key-[a-f0-9]{32}', // Mailgun
    '\\d{8,10}:AA[\\w-]{33}', // Telegram
    'eyJ[\\w-]{10,300}\\.eyJ[\\w-]{10,4000}\\.[\\w-]{10,1000}', // JSON Web Token
  ]
    .map((shape) => `(?<![A-Za-z0-9_])${shape}`)
    .join('|'),
  'g',
);

/** Looks at the starts of the shapes above let almost every text go by: a search that begins at one sign is the fastest. */
const MAYBE_TOKEN = [
  /_(?<=(?:gh[pousr]|b_pat|npm|[sr]k|whsec|hf|dop_v1|shp[acs][ast]|lin_api|glsa|sntrys)_)/,
  /-(?<=(?:gl[a-z]{2,4}|xox[a-z]|xapp|pypi|sk|GOCSPX|key)-)/,
  /AKIA|ASIA|AIza|ya29\.|SG\.|ATATT3x|:AA|eyJ|earer /,
  /SK[a-f0-9]{8}/,
];

const BEARER = /\b([Bb]earer) [\w.~+/-]{20,2000}={0,2}/g;

const SLACK_HOOK = /hooks\.slack\.com\/services\/[\w/]{20,100}/g;

const DISCORD_HOOK = /(discord(?:app)?\.com\/api\/webhooks)\/\d{5,25}\/[\w-]{20,100}/g;

/** `scheme://user:password@`: the part between the slashes and the @. */
const CREDENTIALS = /:\/\/[^\s/@:'"<>]{0,100}:[^\s/@'"<>]{1,200}@/g;

const KEY_BEGINS = '-----BEGIN ';
const KEY_NAME = /^[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const KEY_ENDS = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

export function redactTokens(text: string): string {
  if (!MAYBE_TOKEN.some((look) => look.test(text))) return text;
  return text.replace(TOKEN, '[token]').replace(BEARER, '$1 [token]');
}

/** What lies in an address: a password, or the secret of a hook. */
export function redactAddresses(text: string): string {
  let clean = text;
  if (clean.includes('://') && clean.includes('@')) clean = clean.replace(CREDENTIALS, '://[credentials]@');
  if (clean.includes('hooks.slack.com')) clean = clean.replace(SLACK_HOOK, 'hooks.slack.com/services/[token]');
  if (clean.includes('/api/webhooks/')) clean = clean.replace(DISCORD_HOOK, '$1/[token]');
  return clean;
}

/** From BEGIN to its END, or to the end of the text when it was cut off. */
export function redactKeyBlocks(text: string): string {
  if (!text.includes('PRIVATE KEY')) return text;
  let clean = '';
  let copied = 0;
  for (let begin = text.indexOf(KEY_BEGINS); begin >= 0; begin = text.indexOf(KEY_BEGINS, copied)) {
    const named = begin + KEY_BEGINS.length;
    if (!KEY_NAME.test(text.slice(named, named + 80))) {
      clean += text.slice(copied, named);
      copied = named;
      continue;
    }
    KEY_ENDS.lastIndex = named;
    const end = KEY_ENDS.exec(text);
    clean += `${text.slice(copied, begin)}[private key]`;
    copied = end === null ? text.length : KEY_ENDS.lastIndex;
  }
  return clean + text.slice(copied);
}
