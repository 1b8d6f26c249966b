import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const french: SpeechGrammar = {
  marks: ['«»', '“”'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'sentence' },
  verbs: `
    dit disait a_dit ont_dit avait_dit déclare a_déclaré ont_déclaré avait_déclaré déclarait
    explique a_expliqué expliquait ont_expliqué avait_expliqué ajoute a_ajouté ajoutait
    ont_ajouté affirme a_affirmé affirmait ont_affirmé écrit a_écrit écrivait estime a_estimé
    estimait estiment précise a_précisé précisait souligne a_souligné indique a_indiqué
    indiquait rappelle a_rappelé assure a_assuré assurait lance a_lancé lançait répond a_répondu
    répondit demande a_demandé demanda raconte a_raconté racontait conclut a_conclu confie
    a_confié reconnaît a_reconnu poursuit a_poursuivi insiste a_insisté commente a_commenté
    annonce a_annoncé prévient a_prévenu avertit juge a_jugé martèle dénonce a_dénoncé témoigne
    soutient prétend s'exclame s'est_exclamé résume promet observe note regrette déplore admet
    admettait reprit reprend murmura cria fit s'écria répliqua dit-il dit-elle répondit-il
    ai_dit ont_indiqué selon confirmé a_confirmé confirme plaisante a_plaisanté a_dénoncé
    qualifie a_qualifié appelle a_appelé disent disaient interroge ajouta expliqua déclara admit
    affirma souligna précisa écrivit annonça conclut poursuivit demandait lança observa remarqua
    dirent rapporte a_rapporté rapporta a_publié a_constaté constate a_ironisé ironise a_plaidé
    plaide a_regretté a_observé a_noté a_promis a_averti a_prévenu a_salué a_critiqué a_appelé
    a_réagi réagit détaille a_détaillé a_détaillé note interrogé a_crié a_lancé s’est_félicité
    s’est_réjoui se_réjouit se_félicite explique-t-on`,
  auxiliaries: 'a ont avait avaient aurait auraient ai est sont était étaient sera seront va vont peut doit',
  sources: "selon d’après d'après pour suivant",
  he: 'il',
  she: 'elle',
  otherPronouns: 'ils elles on',
  ownPronouns: 'je nous vous tu',
  conjunctions: 'et mais que qui dont où quand lorsque comme si ou car parce qu’',
  relatives: 'qui',
  breaks: `
    à au aux dans sur en lors après avant pendant avec pour par hier lundi mardi mercredi jeudi
    vendredi samedi dimanche devant depuis face mardi_soir auprès`,
  adverbs: `
    aussi encore ensuite alors déjà notamment ainsi toujours également hier lundi mardi mercredi
    jeudi vendredi samedi dimanche s' se me`,
  articles: "le la les l un une des ce cette l' son sa leur",
  elisions: 'l d qu s c j n m t',
  roles: `
    président ministre premier présidente première maire mairesse adjoint directeur directrice
    chef cheffe patron patronne dirigeant responsable porte-parole secrétaire député sénateur
    sénatrice élu préfet commissaire ambassadeur ambassadrice diplomate conseiller conseillère
    professeur professeure enseignant chercheur chercheuse scientifique historien historienne
    archéologue médecin docteur infirmière avocat avocate juge procureur procureure policier
    enquêteur écrivain auteur autrice journaliste rédacteur photographe artiste musicien
    chanteur chanteuse acteur actrice comédien réalisateur réalisatrice architecte ingénieur
    économiste analyste expert entraîneur sélectionneur capitaine joueur joueuse gardien
    gardienne attaquant défenseur pêcheur agriculteur chauffeur prêtre évêque pape roi prince
    général colonel soldat témoin mère père frère sœur épouse mari fils fille étudiant élève
    voisin voisine fondateur fondatrice propriétaire gérant`,
  hisTitles: 'm roi prince père frère fils mari directeur',
  herTitles: `
    mme reine princesse mère sœur fille épouse directrice présidente mairesse ministresse
    actrice`,
  naming: `
    dit dite soi-disant prétendu appelé appelée nommé surnommé intitulé intitulée mot terme
    titre`,
  clitics: { '-il': 'he', '-t-il': 'he', '-elle': 'she', '-t-elle': 'she', '-ils': 'other', '-elles': 'other', '-on': 'other' },
  indefinites: 'un une',
  roleEndings: 's e es',
  that: "que qu'",
  hisForms: 'le un',
  herForms: 'la une',
  speechNouns: `
    réaction commentaire réponse déclaration message verdict conclusion explication aveu
    promesse`,
  incises: true,
}
