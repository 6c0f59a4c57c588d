/** Which addresses are feeds by their form alone; any other is named `feed:<address>`. Pure. */

const FORM =
  /\/(?:feed|rss|atom)(?:\.(?:xml|json|php))?\/?$|\.(?:rss|atom)$|\/(?:feed|index|posts|blog|news)\.(?:xml|rdf)$/i;

/** `feed:https://acme.example/news`, `feed://…`, or an address that ends as feeds do; null for any other. */
export function feedAddress(named: string): string | null {
  const said = /^feed:(?:\/\/)?/i.exec(named)?.[0] ?? '';
  const rest = named.slice(said.length);
  const url = URL.parse(said === '' || rest.includes('://') ? rest : `https://${rest}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.host === '') return null;
  const formed = FORM.test(url.pathname) || url.searchParams.has('feed');
  return said === '' && !formed ? null : url.href;
}
