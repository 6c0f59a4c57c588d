/** Words that people use for one thing when they speak of what they buy and use, line by line. Written by hand for this project. */

export const SENSES = `
late delay delayed delays tardy overdue belated behind lateness slipped
early earlier sooner prompt promptly punctual punctuality
wait waiting waited waits queue queueing line hold stood standing
minute minutes hour hours second seconds oclock clock quarter half noon midnight watch
one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty
time times timing schedule scheduled timetable appointment deadline slot window
today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday weekday weekend
morning afternoon evening night midnight dawn dusk overnight
week weeks month months year years day days fortnight quarterly monthly weekly annually yearly
january february april june july august september october november december christmas spring summer autumn winter
fast faster fastest quick quicker quickly speed speedy rapid instant instantly hurry swift
slow slower slowly slowness sluggish lag lags laggy laggard crawl crawls unresponsive lagging
arrive arrives arrived arrival arriving come comes came coming reach reached turn show showed
leave leaves leaving left depart departed departure goodbye quit quitting
track tracking tracked locate location position whereabouts map gps progress
where which wherever somewhere place spot
notify notified notification notifications alert alerts alerted reminder remind reminders ring ping push
know knowing told tell tells inform informed aware unaware update updates
promise promised promises promising guarantee guaranteed advertised advert ad poster claim claims claimed pledge
lie lied lies lying mislead misleading deceive dishonest honest truth true false
price prices priced pricing cost costs fare fares fee fees charge charges charged rate rates tariff surcharge quote
expensive dear costly overpriced pricey cheap cheaper affordable discount coupon voucher sale
free gratis complimentary trial
pay pays paid paying payment payments checkout settle
bill bills billed billing invoice invoices invoiced receipt receipts statement statements
refund refunds refunded reimburse reimbursed reimbursement compensation chargeback moneyback
money cash coins banknotes dollars pounds euros pence
bank banks banking iban wire
card cards visa mastercard debit credit amex
buy bought buying purchase purchased purchases purchasing
order orders ordered ordering reserve reserved reservation book booked booking bookings
cancel cancels cancelled canceled cancelling cancellation revert reverted reverse reversed undo
subscribe subscription subscriptions subscribed unsubscribe renewal renew renewed membership plan
account accounts profile profiles
accountant bookkeeper bookkeeping accounting auditor ledger finance treasurer expenses expense
login logon signin log sign signed logged logging logout password passwords passcode pin credentials authenticate authentication
verify verified verification identity identification id passport proof
register registered registering registration signup enrol enroll onboarding
lost lose loses losing missing disappear disappeared vanished gone misplaced mislaid
stolen stole steal theft thief robbed mugged fraud fraudulent scam scammed hacked compromised unauthorised unauthorized
find found finding search searches searching searched lookup seek
dark darkness dim unlit black night shadow blind
light lights lamp lamps lantern lanterns torch torches headlight flashlight lit bright brightness glow reflective
see seen seeing sight visible visibility view watch watched look
rain rainy wet soaked soaking drenched damp umbrella cape raincoat waterproof storm dry drizzle
cold snow snowy ice icy frost freezing frozen chilly gloves scarf coat
hot heat warm warmth heating overheating overheat
dirty clean mud muddy wash washed stain stained tidy
noise noisy loud loudly quiet quietly silent silence volume sound audio
image images picture pictures photo photos photograph camera gallery
video videos movie movies film films stream streaming
music song songs playlist playlists album
safe safety secure security danger dangerous unsafe hazard risk risky
afraid fear scared scary frightened nervous anxious anxiety worry worried terrified courage brave
hurt hurts injury injured pain bruise scar wound bleeding
ill sick sickness unwell doctor doctors nurse hospital clinic surgeon medicine medical 
healthy health fit rest rested resting tired exhausted overworked weary fatigue sleep sleepy
fall fell falling slip slipped slippery stumble stumbled dropped
help helped helper support supportive assist assistance assistant helpdesk
answer answers answered answering reply replies replied respond response responded responds unanswered
ask asked asking asks question questions query queries
person human people somebody someone anybody staff employee agent representative operator
robot bot bots automated automatic automatically machine chatbot
email emails mail mailed inbox letter letters write wrote written
call calls called calling phone phoned telephone ring
message messages messaging text texts sms chat chats
talk talks speak speaks spoke spoken conversation discuss discussion
friendly kind kindness polite courteous nice lovely charming gentle
rude impolite unfriendly insulting arrogant dismissive
love loved adore favourite favorite delight delighted wonderful fantastic brilliant excellent superb
hate hated awful terrible horrible dreadful useless rubbish worst appalling
thank thanks grateful gratitude appreciate appreciated
sorry apology apologies apologise apologize regret
angry furious annoyed annoying irritated irritating frustrated frustrating frustration
sad disappointed disappointing disappointment letdown upset
crash crashes crashed crashing freeze freezes froze hang hangs hung abort quit
error errors exception exceptions fault faulty failure fail fails failed failing
bug bugs defect defects glitch glitches buggy broken broke break breaks
fix fixed fixes fixing repair repaired repairs mend mended patch patched
install installs installed installing installation setup reinstall uninstall uninstalled
update updates updated updating upgrade upgraded upgrading version versions release
delete deletes deleted deleting remove removes removed removing erase erased
add adds added adding insert inserted include included append
edit edits edited editing modify modified amend amended correct corrected change changed
save saves saved saving store stored keep keeps backup backups archive restore restored
share shares shared sharing
send sends sent sending transfer transfers transferred transferring deliver delivered delivery shipping shipped
receive receives received receiving get got gets
upload uploads uploaded download downloads downloaded downloading
import imports imported importing export exports exported exporting
print prints printed printer printing paper
file files folder folders directory directories document documents
table tables row rows column columns spreadsheet excel csv
chart charts graph graphs plot plots plotting diagram
sync syncs synced syncing synchronise synchronize synchronization
connect connects connected connecting connection disconnect disconnected disconnects offline online network internet wifi signal
screen screens display displays displayed shown monitor
button buttons click clicks clicked tap taps tapped press pressed
menu menus toolbar dropdown navigation navigate tab tabs
scroll scrolls scrolling swipe swipes zoom
font fonts colour colours color colors theme purple blue green red yellow pink white
design designs layout logo icon icons appearance ugly beautiful pretty
keyboard keyboards shortcut shortcuts key keys keypress hotkey typing
language languages translate translated translation english german french spanish chinese japanese
easy easier easily simple simpler intuitive straightforward effortless
hard difficult complicated complex confusing confused confuse unclear complicate
learn learns learned learning teach tutorial tutorials training beginner beginners newbie novice
documentation docs documented manual guide guides instructions howto example examples
code coding program programming programmer script scripts developer
test tests tested testing debug debugging debugger
version control git github commit commits diff merge
collaborate collaboration collaborative team teams teamwork colleague colleagues coworker
work job office shift boss employer meeting meetings
home house flat door address indoors
street streets road roads neighbourhood neighborhood district corner avenue
city town village region country countries abroad foreign overseas
north south east west northern southern eastern western
river canal bridge hill shore
travel trip trips journey journeys ride rides riding rode commute commuter
train trains bus buses tram station railway platform
car cars taxi cab cabs driver drivers vehicle
plane flight flights airport airline
animal animals dog dogs cat cats horse horses bird birds
bag bags luggage suitcase carry carries carrying carried bring brings bringing basket load parcel
seat seats sit sitting chair chairs bench
child children kid kids baby daughter son
mother father mum dad mom parent parents grandmother nan family
husband wife partner spouse
elderly age aged pensioner
wheelchair disabled disability blind deaf accessible accessibility
food eat eating ate meal meals lunch dinner breakfast kitchen
drink drinks coffee tea water
compete competitor competitors competition rival rivals alternative switched switching moved
trust trusted trustworthy reliable reliability reliably dependable rely consistent consistently
random randomly sometimes occasionally intermittent intermittently sporadic irregular unpredictable
always never ever every each
available availability unavailable none sold stock
spare backup standby reserve extra
rule rules terms policy policies legal law contract contracts regulation
privacy private personal data gdpr confidential
limit limits limited maximum minimum cap quota restriction restricted allowed
size large larger small smaller big bigger huge tiny
memory ram storage disk disc
battery power charger charging drain drains energy
currency currencies exchange exchanging conversion convert converted forex
machine atm withdraw withdrawal withdrawals withdrew
top topup deposit deposits deposited cheque cheques
decline declined declines reject rejected refused refuse denied deny
pending processing processed queued unprocessed
duplicate duplicated twice double doubled repeated copies
wrong incorrect incorrectly mistake mistaken inaccurate
permission permissions access allow denied authorisation authorization admin administrator
block blocked blocks blocking locked unlock lock locks frozen suspended
gift gifts present reward rewards bonus points loyalty
game games play plays played playing player
filter filters sort sorted sorting category categories
list lists listed listing history log
calendar calendars date dates agenda event events
note notes notebook notebooks notepad
comment comments review reviews rating ratings star stars feedback
follow follows followed follower followers unfollow
post posts posted posting tweet tweets tweeting timeline feed
group groups community forum contact contacts friend friends
vision eyesight glasses eyes spectacles
`;
