/** Words that carry a mood, by hand for this project: what an unseen word says when no labelled text held it. */

/** A star at the end: any ending. A mark says how strong: the lists are read once and looked up by word. */
const LISTS = {
  gladder:
    'love* loving adore* awesome amaz* fantastic* excellent* brilliant* wonderful* superb* outstanding incredibl* perfect* flawless* beautiful* gorgeous delight* marvel* stellar phenomenal magnificent genius lifesaver favourite favorite best greatest finest thrilled ecstatic yay woohoo hooray bravo kudos congrats congratulation*',
  glad: 'good great nice* neat cool glad happy happier happily pleas* enjoy* fun elegant* handy helpful useful thanks thank thx thanx tnx cheers appreciat* grateful gratitude impress* recommend* reliabl* intuitive smooth* simple simpler clean cleaner easy easier easily solid clever smart slick robust fast faster quick quickly convenient* worth valuable benefit* fine finer better improv* relief relieved satisf* hope* upvote* insightful excited exciting interesting welcome win wins luck lucky bless* sweet tidy pretty respect* friendly charm trick succeed* success* gem bingo hurray wow yeah yep',
  sorry:
    'sad sadly unfortunate* regret* disappoint* unhappy afraid scared fear* worr* anxious nervous sorry upset depress* miss missed lost hopeless* helpless* alas cry crying pity shame doubt*',
  angry:
    'hate* hating awful* terribl* horribl* horrid* worst worse useless pointless stupid* idiot* dumb moron* ridiculous* garbage trash crap* shit* damn* hell fuck* wtf suck* ugly disgust* nightmare* pain painful pathetic insane crazy evil nasty rubbish joke scam* ripoff rip-off fraud* cheat* liar* lies unacceptable unusable abysmal atrocious appalling dreadful hideous ludicrous absurd nonsense bullshit bloody stink* fail* pita rant* sick furious angr* mad annoy* irritat* frustrat* infuriat* fed',
  trouble:
    'bad badly wrong* poor* broken break* bug* buggy crash* error* problem* issue* trouble* slow* lag* freez* froze* stuck hang* hung confus* weird* strange* odd* ugh argh hmm difficult hard harder complicat* mess* messy clunky bloat* cumbersome tedious unreliab* unstable inconsistent* incorrect* invalid missing lack* impossible cannot unable waste* wasting complain* bother* struggl* suffer* beware avoid* dangerous danger* risk* corrupt* leak* ruin* deprecat* obsolete outdated flaw* lousy inferior boring dull mislead* misleading refuse* reject* violat* abus* kill* dead dies dying disaster* catastroph* desperat* losing headache* ache* hack* kludge* fragile brittle spam* noob',
  courtesy: 'please kindly sir madam regards helped helping solved solves works worked fixed answer answered accepted',
} as const;

export type MoodWord = keyof typeof LISTS;

const EXACT = new Map<string, MoodWord>();
const OPENING = new Map<string, MoodWord>();
for (const [mood, words] of Object.entries(LISTS) as [MoodWord, string][]) {
  for (const word of words.split(' ')) {
    if (word.endsWith('*')) OPENING.set(word.slice(0, -1), mood);
    else EXACT.set(word, mood);
  }
}
const LONGEST_OPENING = 12;
const SHORTEST_OPENING = 3;

/** `word` in lower case without apostrophes. */
export function moodOfWord(word: string): MoodWord | null {
  const exact = EXACT.get(word);
  if (exact !== undefined) return exact;
  for (let length = Math.min(LONGEST_OPENING, word.length); length >= SHORTEST_OPENING; length -= 1) {
    const found = OPENING.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return null;
}

/** Drawn faces and hearts: a hard fact about the mood, so they outweigh words. */
const FACES: readonly (readonly [string, RegExp])[] = [
  ['smile', /^(?:[:;=8xX][-o*']?[)\]dDpP}*]|\(:|<3|\^_?\^|[\u{1F600}-\u{1F60D}\u{1F618}\u{1F44D}\u{1F389}❤♥☺])$/u],
  ['frown', /^(?:[:;=8xX][-o*']?[([{/\\|@]|\):|[\u{1F61E}-\u{1F62D}\u{1F620}-\u{1F624}\u{1F44E}☹])$/u],
];

export function faceOf(token: string): string | null {
  return FACES.find(([, face]) => face.test(token))?.[0] ?? null;
}
