import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const albanian: SpeechGrammar = {
  marks: ['«»', '“”', '„“'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    tha thotë thonë thanë ka_thënë kishte_thënë shtoi shton ka_shtuar deklaroi deklaron
    ka_deklaruar shpjegoi shpjegon theksoi thekson nënvizoi tregoi tregon shkroi shkruan
    u_përgjigj përgjigjet pyeti pyet pranoi pranon paralajmëroi njoftoi njofton pohoi pohon mohoi
    kujtoi kërkoi kërkon premtoi vazhdoi vijoi bërtiti pëshpëriti raportoi raporton citoi`,
  weakVerbs: 'quajti quan përshkroi mendon shpreson',
  auxiliaries: 'është janë ishte ishin ka kanë kishte kishin do duhet mund',
  sources: 'sipas',
  he: 'ai',
  she: 'ajo',
  otherPronouns: 'ata ato',
  ownPronouns: 'unë ne ti ju',
  conjunctions: 'dhe e por se që kur nëse ndërsa sepse o apo si',
  relatives: 'që i_cili e_cila',
  breaks: 'në për me nga mbi pas para gjatë tek te ndaj deri',
  adverbs: 'edhe gjithashtu më_pas tani sot dje nuk nesër',
  articles: 'një i e të së',
  indefinites: 'një',
  roles: `
    president presidenti presidentja kryeministër kryeministri kryeministrja ministër ministri
    ministrja kryetar kryetari kryetare kryetarja prefekt prefekti drejtor drejtori drejtore
    drejtoresha shef shefi shefja lider lideri liderja zëdhënës zëdhënësi zëdhënëse zëdhënësja
    sekretar sekretari sekretarja deputet deputeti deputete deputetja ambasador ambasadori
    ambasadorja këshilltar këshilltari këshilltarja profesor profesori profesoresha studiues
    studiuesi studiuesja shkencëtar shkencëtari historian historiani arkeolog arkeologu mësues
    mësuesi mësuese mësuesja mjek mjeku mjekja doktor doktori infermiere avokat avokati avokatja
    gjyqtar gjyqtari gjyqtarja prokuror prokurori prokurorja polic polici komisar shkrimtar
    shkrimtari shkrimtare shkrimtarja autor autori autorja gazetar gazetari gazetare gazetarja
    redaktor redaktori fotograf fotografi artist artisti artistja muzikant këngëtar këngëtari
    këngëtare këngëtarja aktor aktori aktore aktorja regjisor regjisori arkitekt arkitekti inxhinier
    inxhinieri ekonomist ekonomisti ekspert eksperti analist analisti trajner trajneri kapiten
    kapiteni lojtar lojtari portier portieri peshkatar peshkatari fermer fermeri shofer shoferi
    prift prifti peshkop mbret mbreti gjeneral gjenerali kolonel ushtar ushtari dëshmitar dëshmitari
    nënë nëna baba babai vëlla vëllai motër motra grua gruaja burrë burri bir biri vajzë vajza student
    studenti studentja fqinj fqinji themelues themeluesi pronar pronari zoti zonja`,
  naming: 'i_ashtuquajtur e_ashtuquajtur të_ashtuquajtur i_quajtur e_quajtur titulluar',
  that: 'se që',
}
