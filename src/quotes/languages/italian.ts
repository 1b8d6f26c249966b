import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const italian: SpeechGrammar = {
  marks: ['«»', '“”'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    ha_detto dice disse dicono hanno_detto ha_dichiarato dichiara ha_affermato afferma affermò
    ha_aggiunto aggiunge aggiunse ha_spiegato spiega spiegò ha_scritto scrive scrisse
    ha_sottolineato sottolinea ha_raccontato racconta ha_risposto risponde rispose ha_chiesto
    chiede chiese ha_annunciato annuncia ha_commentato commenta ha_ribadito ribadisce ha_ammesso
    ammette ha_concluso conclude ha_assicurato assicura ha_avvertito avverte ha_osservato
    osserva ricorda ha_ricordato prosegue precisa ha_precisato sostiene ha_riferito riferisce
    detto dichiarato affermato aggiunto spiegato scritto proclamò rimpiange scherzò`,
  weakVerbs: 'definisce definì ha_definito definito chiama chiamò ha_chiamato chiamato descrive ha_descritto descritto parla ha_parlato parlato bolla ha_bollato bollato',
  sources: 'secondo per',
  he: 'lui egli',
  she: 'lei ella',
  otherPronouns: 'loro',
  ownPronouns: 'io noi tu',
  conjunctions: 'e ed ma che chi quando mentre come se o perché',
  relatives: 'che',
  breaks: 'a al in nel su dopo durante con per da ieri oggi davanti',
  adverbs: 'anche poi ancora già non ha hanno aveva ieri oggi si',
  articles: "il la lo i gli le un una uno un' l' dei suo sua",
  elisions: 'l un dell all nell sull dall d c quest quell',
  roles: `
    presidente ministro premier ministra sindaco sindaca governatore governatrice direttore
    direttrice capo capa leader portavoce segretario segretaria deputato deputata senatore
    senatrice assessore assessora consigliere consigliera ambasciatore ambasciatrice diplomatico
    professore professoressa docente ricercatore ricercatrice scienziato scienziata storico
    archeologo archeologa maestro maestra medico dottore dottoressa infermiera avvocato avvocata
    giudice procuratore poliziotto commissario ispettore scrittore scrittrice autore autrice
    giornalista redattore fotografo artista musicista cantante attore attrice regista architetto
    architetta ingegnere economista analista esperto esperta allenatore allenatrice tecnico
    capitano giocatore portiere attaccante difensore pescatore agricoltore autista sacerdote
    vescovo papa re principe generale colonnello soldato testimone madre padre fratello sorella
    moglie marito figlio figlia studente studentessa alunno vicino vicina fondatore proprietario
    accordatore`,
  hisTitles: 'signor re principe padre fratello figlio marito',
  herTitles: 'signora regina principessa madre sorella figlia moglie direttrice attrice',
  naming: 'cosiddetto cosiddetta cosiddetti chiamato chiamata detta titolo intitolato',
  indefinites: "un uno una un'",
  auxiliaries: 'è sono era erano ha hanno aveva avevano sarà può deve fu',
  dropsSubject: true,
  that: 'che',
  hisForms: 'il lo un uno',
  herForms: 'la una',
}
