/** Words of telling: who asked for what shipped, what they were told, and a note that somebody may send. */

/** Where somebody asked, as far as it changes how one writes back. */
export type Channel = 'issue' | 'forum' | 'letter' | 'review' | 'survey' | 'post';

export interface Told {
  readonly at: string;
  readonly by: 'human' | 'bot' | 'notes';
  /** Where it stands: a reply, or the release notes. */
  readonly evidence: string;
}

/** told: found in thread or notes · sent: somebody says so, and it was not found yet · untold: neither. */
export type TellState = 'told' | 'sent' | 'untold';

export interface Tell {
  /** The ask, by its evidence. */
  readonly ask: string;
  readonly release: string;
  readonly releasedAt: string;
  readonly channel: Channel;
  readonly text: string;
  readonly url: string | null;
  readonly askedAt: string;
  /** Persons are numbered, not named. */
  readonly asker: number | null;
  /** How likely the release answers it, where nobody wrote it down. */
  readonly confidence: number;
  readonly state: TellState;
  readonly told: Told | null;
  readonly sent: { readonly at: string; readonly by: string | null } | null;
  readonly draft: string;
}
