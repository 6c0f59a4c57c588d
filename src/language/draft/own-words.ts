/** Words that a draft may use of its own: they join, point and report, and say nothing of a product. English. */

/** Without words that deny, count, compare or promise: those change what a sentence says, and must stand in the evidence. */
export const OWN_WORDS: ReadonlySet<string> = new Set(
  [
    'a an the this that these those it its they them their theirs he she his her we us our you your i my me',
    'who whom whose which what when where why how there here',
    'is are was were be been being am has have had do does did doing',
    'and or but so as if than then because while since until after before',
    'of in on at to from for with by about into out between through against near per',
    'say says said ask asks asked asking write writes wrote written tell tells told mention mentions mentioned',
    'want wants wanted need needs needed call calls called',
    'person people customer customers somebody someone feedback release released version',
    'hello thank thanks please',
  ]
    .join(' ')
    .split(' '),
);
