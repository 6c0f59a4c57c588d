/** Our own drawings: the mark, the word, the half-moon that says "look closer". */
import { trusted } from './markup.ts';

export const SYMBOLS = trusted(`<svg width="0" height="0" style="position:absolute" aria-hidden="true">
<symbol id="moon" viewBox="0 0 16 9"><path d="M1.2 1.2h13.6a6.8 6.6 0 0 1-13.6 0Z"/></symbol>
<symbol id="mark" viewBox="0 0 64 30"><g fill="none" stroke="currentColor" stroke-width="3"><circle cx="16" cy="16" r="12.5"/><circle cx="48" cy="16" r="12.5"/><path d="M27.6 11.2c2-3 6.8-3 8.8 0"/></g><path d="M8.6 17.4h14.8a7.4 7.2 0 0 1-14.8 0Z" fill="var(--product-2)"/><path d="M40.6 17.4h14.8a7.4 7.2 0 0 1-14.8 0Z" fill="var(--customer-2)"/></symbol>
<symbol id="word" viewBox="0 0 104 30"><g fill="none" stroke="currentColor" stroke-width="3"><path d="M2.5 4v21"/><circle cx="9" cy="18.5" r="6.2"/><path d="M22.6 12v13M22.6 5v3.4"/><path d="M36.5 5.5c-4.2 0-6 1.6-6 5.6V25M26.6 13.5h9.4"/><circle cx="46" cy="18.5" r="6.2"/><path d="M68.2 14.2a6.2 6.2 0 1 0 0 8.6"/><circle cx="79.4" cy="18.5" r="6.2"/><path d="M85.9 11v14M93.6 4v21"/></g><path d="M42.1 19.2h7.8a3.9 3.9 0 0 1-7.8 0Z" fill="currentColor"/></symbol>
</svg>`);

export const MOON = trusted('<svg class="moon" aria-hidden="true"><use href="#moon"/></svg>');
