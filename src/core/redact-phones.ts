/** Finds phone numbers: only in shapes that dates, versions, hashes and issue numbers do not have, or behind a word for one. */

const SHAPES = [
  // +44 20 7946 0958 · +1 (555) 123-4567 · +33 6 12 34 56 78 · +49 (0)89 123456: 8 to 15 digits (ITU E.164) in two
  // groups or more; "+1 2026-02-28" is a vote.
  /(?<![\w+.])\+[1-9]\d{0,3}(?![ .-](?:19|20)\d\d[./-]\d\d)(?:[ .-]?\(\d{1,4}\)\d{0,5})?(?:[ .-]\d{1,8}){1,6}(?![\w.]?\d)/g,
  // +15551234567: E.164 without separators, ten digits and more; fewer are a count of lines.
  /(?<![\w+.])\+[1-9]\d{9,14}(?!\w)/g,
  // (212) 555-0123 · (212) 555 0123 · 1-800-555-0123 · 212.555.0123: area and exchange begin with 2–9 in the North
  // American plan.
  /(?<![\w./-])(?:1[-. ])?(?:\([2-9]\d{2}\) ?[2-9]\d{2}[-. ]|[2-9]\d{2}[-.][2-9]\d{2}[-.])\d{4}(?![\w-]|\.\d)/g,
  // (0161) 555 0123 · (089) 555 01 23-45: a trunk zero in brackets.
  /(?<![\w./-])\(0[1-9]\d{0,3}\) ?\d{2,4}(?:[ -]?\d{2,4}){1,3}(?![\w-]|[.,]\d)/g,
  // (21) 5555-0123 · (11) 95550-1234: as in Brazil.
  /(?<![\w./-])\([1-9]\d\) ?9?\d{4}-\d{4}(?![\w-]|\.\d)/g,
  // 8-800-555-01-23 · 8 (916) 555-01-23: as in Russia.
  /(?<![\w.,:/-]|\d )8[ -]?\(?\d{3}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}(?![\w-]|\.\d| \d)/g,
  // 06 12 34 56 78 · 06.12.34.56.78: five pairs, as in France.
  /(?<![\w.,:/-]|\d )0[1-9]([ .-])\d{2}(?:\1\d{2}){3}(?![\w:-]|[ .]\d)/g,
  // 020 7946 0958 · 030/12345678: a trunk zero, an area, then six to eight digits in one or two groups.
  /(?<![\w.,:/-]|\d )0[1-9]\d{1,3}(?:\/| )\d{3,4}(?: ?\d{3,4})(?![\w:-]|\.\d| \d)/g,
  // 044 555 01 23 · 0532 555 01 23 · 0 532 555 01 23: the same with pairs at its end.
  /(?<![\w.,:/-]|\d )0 ?[1-9]\d{1,2} \d{3}[ -]\d{2}[ -]\d{2}(?![\w:-]|\.\d| \d)/g,
  // 03-5550-0123 · 0151-23456789: hyphens, nine digits and more; fewer are a mark on a part.
  /(?<![\w.,:/-]|\d )0[1-9]?\d{1,3}-(?=[\d-]{7})\d{3,8}(?:-\d{3,4})?(?![\w-]|\.\d)/g,
];

/** What announces a number, with letters on both sides of which it is another word. */
const WORDS = [
  'tel(?:e(?:ph?one?|fon(?:[eou]|szám(?:om)?)?|foon|fono|móvel)|efonum)?(?:[- ]?(?:no|nr|number|nummer|kom|gesch|priv))?',
  't[eé]l[eé](?:phone|fono)|tél|τηλέφωνο|điện thoại|sđt|puh(?:elin)?',
  '(?:tele|handy|mobil(?:funk)?|ruf|telefon)nummer',
  '(?:tele|cell|mobile |smart)?phone(?: number)?|hotline|landline|call ?back',
  "fax|mobil(?:e|ny|nr)?|mobiel|handy|natel|cel(?:l(?:'s)?|lulare|ular)?|m[oó]vil|portable|komórka|gsm|cep|whatsapp|WA|fone",
  'r[uü]ckruf(?: unter)?|erreichbar unter|appelez(?:-moi)?(?: le| au)?|ll[aá]m(?:ame|enme|ar)(?: al?)?|liga(?:r|d)? para',
  '(?:call|ring|text|phone|dial|reach|get) (?:me|us|him|her)(?: back)?(?: on| at)?|(?:call|ring|dial)',
  'chiam(?:ami|atemi|are)(?: all?o?)?|bel(?: mij| ons)?(?: op)?|(?:za)?dzwoń(?:cie)?|dzwonić|volejte(?: na)?|suna[țt]i(?: la)?',
  'ring(?: til)? (?:mig|meg|oss)(?: på)?|beni ara(?:yın)?|numaram|arayın',
  "(?:my|meine|mon|mi|il mio|o meu|мой|мій) (?:number|nummer|numéro|número|numero|номер)(?:'s)?",
  'тел|телефон|мобильный|моб|звоните(?: по(?: номеру)?)?|дзвоніть|номер|τηλ|טלפון(?: שלי)?|נייד|هاتف|جوال|رقمي|फ़ोन|फोन|मोबाइल|नंबर|โทร|เบอร์',
].join('|');

/** Written without spaces between words. */
const JOINED = '電話(?:番号)?|携帯|电话|手机(?:号码?)?|전화(?:번호)?|휴대폰|연락처';

/** What may be a number, if something announces it. */
const NUMBER = /\+?\(?\d[\d ()./-]{5,18}\d(?!\w)/g;

/** Tel.: 5551234 · phone number is 555 12 34 · 我的手机是138 0013 8000: what stands before the number. */
const ANNOUNCED = new RegExp(
  `(?:(?<!\\p{L})(?:${WORDS})(?!\\p{L})|${JOINED})(?: (?:is|was|ist|lautet|est|es|è|é|to|är|er|on|ke|की))?[は是]?[.:：]{0,2} {0,2}$`,
  'iu',
);

/** Longer than any announcement. */
const BEFORE = 40;

/** A cheap look that lets most texts pass: every shape holds such groups. */
const MAYBE_GROUPS = /\+[1-9]\d|\d[-.) /] ?\(?\d/;

const DIGITS = /\d/g;
const DAY = /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})(?!\d)/;

export function redactPhones(text: string): string {
  if (!mayHoldNumber(text)) return text;
  let clean = text;
  if (MAYBE_GROUPS.test(clean) || clean.includes('+')) for (const shape of SHAPES) clean = clean.replace(shape, phone);
  return clean.replace(NUMBER, announced);
}

const DIGIT = 1;
const BETWEEN = 2;
const LETTER = 4;
const CLASS_OF = new Uint8Array(128);
for (const [signs, sort] of [
  ['0123456789', DIGIT],
  [' ()./-', BETWEEN],
  ['_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTER],
] as const) {
  for (const sign of signs) CLASS_OF[sign.charCodeAt(0)] = sort;
}
const SHORTEST = 7;

/** Whether seven digits and more stand together, with signs between them or no letter behind: hashes hold few such. */
function mayHoldNumber(text: string): boolean {
  let run = 0;
  let parted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const sort = code < 128 ? CLASS_OF[code] : 0;
    if (sort === DIGIT) run++;
    else if (sort === BETWEEN && run > 0) {
      run++;
      parted = true;
    } else {
      if (run >= SHORTEST && (parted || sort !== LETTER)) return true;
      run = 0;
      parted = false;
    }
  }
  return run >= SHORTEST;
}

function phone(found: string): string {
  return isNumber(found) && (!found.startsWith('+') || digitsIn(found) >= 8) ? '[phone]' : found;
}

/** Looking back from each number is far less than looking for each word in every text. */
function announced(found: string, at: number, text: string): string {
  return isNumber(found) && ANNOUNCED.test(text.slice(Math.max(0, at - BEFORE), at)) ? '[phone]' : found;
}

function isNumber(found: string): boolean {
  const digits = digitsIn(found);
  return digits >= 7 && digits <= 15 && !DAY.test(found);
}

function digitsIn(text: string): number {
  return text.match(DIGITS)?.length ?? 0;
}
