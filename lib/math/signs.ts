/** What signs are in an equation. */

/** Signs that take a range and a body: sums, products, integrals, large unions. */
export const isNary = (sign: string): boolean => /^[∏∐∑∫∬∭⨌∮∯∰∱∲∳⋀⋁⋂⋃⨀⨁⨂⨃⨄⨅⨆]$/u.test(sign);

export const isIntegral = (sign: string): boolean => /^[∫∬∭⨌∮∯∰∱∲∳]$/u.test(sign);

const RELATION = /^(?:[=<>≠≡≤≥≪≫∈∉∋⊂⊃⊆⊇⊊⊋∼≃≅≈≍≐≔≕∝≺≻⪯⪰⊢⊣⊨→←↔⇒⇐⇔⟶⟵⟹⟸⟺↦⟼↪∣∥⊥∴∵:]|:=|=:|\u2a7d|\u2a7e)$/u;

/** Signs before which a line may end first. */
export const isRelation = (sign: string): boolean => RELATION.test(sign);

/** Signs between two terms. */
export const isOperation = (sign: string): boolean => /^[+\-−±∓×⋅·÷∗∘∪∩∧∨⊕⊖⊗⊘⊙∖/]$/u.test(sign);

export const isPunctuation = (sign: string): boolean => /^[,;]$/.test(sign);

/** Accents as the combining marks that Office wants (ISO/IEC 29500-1, 22.1.2.20). */
const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '∼': '\u0303',
  '´': '\u0301',
  '`': '\u0300',
  '˙': '\u0307',
  '¨': '\u0308',
  '\u20db': '\u20db',
  '\u20dc': '\u20dc',
  ˇ: '\u030c',
  '˘': '\u0306',
  '˚': '\u030a',
  '→': '\u20d7',
  '⃗': '\u20d7',
};

/** The combining mark of an accent; null where the sign is none. */
export const accentOf = (sign: string): string | null => ACCENTS[sign] ?? null;

/** Signs that are as wide as what they stand over or under. */
export const isStretched = (sign: string): boolean => /^[⏞⏟⏜⏝⎴⎵→←↔⇒⇐⇔↼⇀↽⇁⇌⇋⇄↠↞↪↩]$/u.test(sign);

export const isBar = (sign: string): boolean => /^(?:[\u00af\u203e\u02c9_\u2015\u2013]|\u0332|\u0305)$/u.test(sign);
