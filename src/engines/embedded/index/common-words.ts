/**
 * Words so common that a pair of them gets a key of its own, in normal form. Taken from the prototype, where they were
 * chosen by hand from the most frequent words of each language. Part of the index format: a word that is added here is
 * missed in every segment written before, so a change needs a new FORMAT_VERSION (segment-file.ts).
 */
// oxfmt-ignore
const LISTS = [
  /* en */ 'a about after all also an and any are as at be been but by can could do for from had has have he her his i if in into is it its more most new no not of on one or other our out over she so some than that the their them there they this to two up was we were what when which who will with would you your',
  /* de */ 'der die das den dem des ein eine einen einem einer und oder in im an am auf aus bei mit nach von vom zu zum zur fur uber ist sind war waren wird werden hat haben nicht auch als wie es er sie ich wir sich dass aber noch nur so um bis durch vor',
  /* es */ 'el la los las un una unos unas y o de del en a al por para con sin sobre que se su sus es son fue era ha han no mas como lo le les pero este esta entre cuando muy ya si',
  /* fr */ 'le la les l un une des du de d et ou en au aux a par pour avec sans sur que qui se sa son ses est sont ete etait ont ne pas plus comme il elle ils nous vous ce cette dans mais n s qu',
  /* nb */ 'i en et og av til pa for med som er var har ikke det den de han hun om fra at ved eller men ble blir kan skal vil seg sin etter over',
  /* ru */ 'и в во на с со к ко о об от до из за по не что как это он она они его ее их мы я у же бы но а или для при так был была были быть',
  /* tr */ 've bir bu da de ile icin o en cok daha olarak olan gibi kadar ne var mi ki her sonra',
  /* ar */ 'في من علي الي عن ان هذا هذه التي الذي مع كان كانت ما لا و او كل بعد قد هو هي',
  /* hi */ 'में के की का को से है और पर एक यह कि ने भी हैं था थी थे लिए नहीं कर इस वह हो ही तो या जो',
  /* it */ 'di il lo la gli le un uno una e o in da con su per tra che non si del della dei al alla nel sono era ha',
  /* pt */ 'o a os as um uma e ou de do da dos das em no na nos nas por para com que se nao mais como ao sua seu foi',
  /* nl */ 'een het de van en in op te dat die voor met is zijn niet aan er ook als bij om uit door over',
  /* sv */ 'och att det som en ett pa av for med den till inte om har ar var de vi han hon',
]

const COMMON: ReadonlyMap<string, number> = new Map(
  [...new Set(LISTS.flatMap(list => list.split(' ')))].map((word, number) => [word, number]),
)

/** Its number among the common words, or -1. */
export const commonWordNumber = (term: string): number => COMMON.get(term) ?? -1

export const isCommonWord = (term: string): boolean => COMMON.has(term)

/** How many common words there are. */
export const COMMON_WORDS = COMMON.size
