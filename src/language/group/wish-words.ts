/** Words by which people ask, praise and complain whatever it is about, and by which they say when and how many: they tell that somebody wants, not what. */

const WISHES = `able ability add added adding anything ask asked asking asks best better bit bug bugs cannot could easier easily easy else enough
even everything feature features fine get gets getting give gives go good great hard help hope improve improved
improvement improvements issue issues kind know let like likely look looks lot lots love make makes making maybe much
need needed needs nice nothing often one ones people please possible probably problem problems really request said say saying says see seems
simple simply since something sometimes still stuff support supported supporting supports sure take tell telling tells thank thanks thing
things think time times told try trying use used user users uses useful using want wanted wants way ways well wish wishes
without work worked working works would`;

const WHEN = `monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays
sunday sundays january february april june july august september october november december today tomorrow yesterday one
two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred somebody
someone nobody anybody everybody everyone anyone`;

const WORDS = new Set([...WISHES.split(/\s+/), ...WHEN.split(/\s+/)]);

export function isWishWord(word: string): boolean {
  return WORDS.has(word);
}
