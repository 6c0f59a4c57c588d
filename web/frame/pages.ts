/** The pages of a product, in the order of the navigation, with the key that leads there after `g`. */

export const PAGES = [
  { to: '/p/$product', name: 'Reading', key: 'r' },
  { to: '/p/$product/needs', name: 'Needs', key: 'n' },
  { to: '/p/$product/said', name: 'Said', key: 'f' },
  { to: '/p/$product/claims', name: 'Claims', key: 'c' },
  { to: '/p/$product/shipped', name: 'Shipped', key: 'h' },
  { to: '/p/$product/package', name: 'Package', key: 'p' },
  { to: '/p/$product/mirror', name: 'Mirror Test', key: 'm' },
  { to: '/p/$product/bridge', name: 'Bridge', key: 'b' },
  { to: '/p/$product/audits', name: 'Audits', key: 'a' },
  { to: '/p/$product/sources', name: 'Sources', key: 's' },
  { to: '/p/$product/settings', name: 'Settings', key: 't' },
] as const;

/** Pages that others lead to: they have neither a key nor a place in the navigation. */
export const OTHER_PAGES = [
  { to: '/p/$product/links', name: 'Which change answered whom' },
  { to: '/p/$product/since', name: 'The month in ten lines' },
  { to: '/p/$product/year', name: 'The year on one page' },
] as const;
