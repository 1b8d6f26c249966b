/** Words that are the same in many languages. */

/** Small words within names: Jan de Vries, Ludwig van Beethoven, Carlos de la Cruz. */
export const COMMON_PARTICLES =
  'de del della dello di du des da do dos das la le les von van der den zu zur af av of bin ibn al el ben ter ten y i e und och og and'

/** Before a full stop that ends no sentence; single letters are known without a list. */
export const COMMON_ABBREVIATIONS = [
  ...'mr mrs ms dr prof sen rep gov gen lt sgt col capt rev hon jr sr st vs no inc corp co ltd u.s u.k u.n d.c a.m p.m'.split(
    ' ',
  ),
  ...'jan feb apr aug sept oct nov dec ca nr kl etc mme mlle mm sra dra exmo hr fr mag dipl ing'.split(' '),
]
