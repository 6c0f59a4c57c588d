/** Words that hold a sentence together and name nothing, in the languages that feedback comes in most. */

const ENGLISH = `a about after again all also am an and any are as at be because been before being both but by can cannot
cant could did didnt do does doesnt doing dont down during each even few for from further get gets getting got had has
hasnt have havent having he her here hers him his how i if im in into is isnt it its ive just like made make many may me
might more most much must my need needs no nor not now of off on once one only or other our out over own please same she
should so some still such than that thats the their them then there these they this those through to too under until up
us use used using very want wanted wants was wasnt we were what when where which while who why will with wont would
yes yet you your`;
const GERMAN = `aber alle als am an auch auf aus bei bin bis bitte das dass dem den der des die doch ein eine einem einen
einer es für habe haben hat ich ihr im in ist ja kann kein keine man mein meine mich mir mit nach nicht noch nur oder
schon sein sich sie sind so und uns von vor war was wenn wie wir wird wo zu zum zur über`;
const FRENCH = `au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur ma mais me mes mon ne nous
on ou par pas plus pour qu que qui sa sans se ses si son sont sur une un vous y à été`;
const SPANISH = `al como con de del desde el ella en entre es esta este esto hay la las le lo los me mi muy más no nos o
para pero por que qué se si sin sobre su sus te tiene un una uno y ya yo`;

const WORDS = new Set([ENGLISH, GERMAN, FRENCH, SPANISH].flatMap((list) => list.split(/\s+/)));

export function isFunctionWord(word: string): boolean {
  return WORDS.has(word);
}
