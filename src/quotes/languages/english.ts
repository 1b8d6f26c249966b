import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const english: SpeechGrammar = {
  marks: ['“”', '‘’'],
  wordOrder: 'subject-first',
  verbs: `
    said says say saying added adds add adding told tells tell telling asked asks ask explained
    explains explain wrote writes write writing tweeted tweets posted noted notes note stated
    states announced announces argued argues argue insisted insists insist claimed claims claim
    warned warns warn replied replies responded responds answered answers continued continues
    concluded concludes recalled recalls declared declares quipped joked jokes admitted admits
    acknowledged acknowledges conceded concedes confirmed confirms denied denies remarked
    observed observes commented comments suggested suggests stressed emphasized emphasised
    reiterated asserted asserts alleged alleges complained complains lamented predicted predicts
    promised promises vowed vows pledged urged urges testified reported reports revealed quoted
    exclaimed shouted yelled cried whispered muttered interjected began went_on cautioned
    maintained maintains contended contends charged charges countered counters agreed agrees
    recounted boasted read reads fumed scoffed thundered mused opined retorted snapped sneered
    bragged repeated shot_back chimed_in chanted chanting echoed summarized summed_up elaborated
    pointed_out points_out advised advises disclosed described describes joking arguing warning
    insisting noting calling explaining promising claiming declaring tweeting`,
  weakVerbs: `
    called calls call describing described dubbed labeled labelled accused accuses accusing
    blasted slammed criticized criticised criticizing denounced condemned dismissed dismissing
    praised praising hailed mocked blamed ridiculed attacked decried characterized characterised
    referred refers referring cited cites citing thinks thought believes believed believe feels
    felt hopes hoped wants wanted expressed expects expected welcomed signaled signalled touted
    tout defended questioned railed ripped derided demanded demands proclaimed proposed declared
    dismissed alluded mentioned spoke speaks speaking talked talks talking tried imagined
    wondered fears feared concluded found finds finding ruled determined deemed considers
    considered views viewed sees saw recommended recommends expressing says_that showed shows
    indicated indicates saying known pressed praised worried worries raised apologized regretted
    touting laid_out sings sang singing likened likens compared compares comparing pounded used
    uses using wrote warned threatened advocated declined pledging vowing`,
  nounLike: `
    reports report claims claim notes note charges charge state states calls call comments
    comment answers answer views view adds quotes warning saying calling reading read talks talk
    hopes fears concerns`,
  participles: '*ing',
  verbEndings: '*s *ed *ew *ang *ote *oke *aid',
  speechNouns: `
    claim claims statement allegation allegations assertion argument warning promise pledge
    suggestion comment comments remark remarks tweet tweets question vow contention accusation
    words message description call quote post chants declaration rhetoric`,
  sources: 'according_to in_the_words_of per',
  he: 'he',
  she: 'she',
  otherPronouns: 'they it who one',
  ownPronouns: 'i we you',
  conjunctions: `
    and but while when because as if who which where since after before although though so or
    nor than whether how why what that`,
  relatives: 'that who which',
  breaks: `
    on in at during by to from with about until through via over under into upon without whose
    adding he she they him me them us reporters during earlier later last next this monday
    tuesday wednesday thursday friday saturday sunday yesterday today recently told of_a for`,
  adverbs: `
    also then later once often again further repeatedly previously recently now still already
    just even never reportedly initially famously always simply only has have had was is were
    been being would will could can may might must did does do not to be monday tuesday
    wednesday thursday friday saturday sunday yesterday today himself herself themselves
    afterward afterwards earlier instead quickly however too *ly`,
  articles: 'the a an one another some many most several his her their its our two three my your',
  roles: `
    dr sen rep gov gen president senator secretary governor congressman congresswoman chancellor
    prime minister prince princess pope justice judge professor col lt sgt capt rev spokesman
    spokeswoman spokesperson director chief head leader chairman chairwoman chair ceo founder
    owner manager mayor councillor official officer inspector detective commissioner sheriff
    ambassador diplomat lawmaker mp adviser advisor aide deputy candidate teacher lecturer
    researcher scientist archaeologist historian economist analyst expert doctor nurse surgeon
    lawyer attorney prosecutor coach manager captain player goalkeeper striker midfielder
    defender winger athlete champion referee singer actor actress artist author writer poet
    novelist journalist editor reporter photographer filmmaker composer conductor pianist
    architect engineer pilot driver farmer fisherman builder worker activist campaigner priest
    bishop archbishop rabbi imam general colonel admiral soldier witness victim survivor
    resident neighbour neighbor mother father wife husband son daughter brother sister uncle
    aunt grandmother grandfather widow student pupil master organiser organizer operator
    producer developer designer dean principal treasurer ombudsman`,
  hisTitles: `
    mr sir lord king prince father grandfather uncle husband son brother spokesman chairman
    congressman actor gentleman man widower`,
  herTitles: `
    mrs ms miss lady dame queen princess mother grandmother aunt wife daughter sister
    spokeswoman chairwoman congresswoman actress woman widow`,
  naming: `
    so-called dubbed nicknamed titled entitled known_as term slogan hashtag named the_word
    the_words the_term the_phrase film movie book song album show series novel magazine
    documentary podcast`,
  institutions: `
    university city league house party committee post times news street county court council
    department congress senate foundation group bank states state institute center college
    association union press company corp inc act war day week america monday tuesday wednesday
    thursday friday saturday sunday campaign korea agency ministry`,
  indefinites: 'a an one another some',
  auxiliaries: 'is was are were has had have been be will would can could may might must should does did do',
  that: 'that',
}
