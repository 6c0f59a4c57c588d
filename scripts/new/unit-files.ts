/** What a template of a new unit hands over: its files by name, in the folder that is named after its id. */

export type UnitFiles = Readonly<Record<string, string>>;
