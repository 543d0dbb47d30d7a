/**
 * Preset shapes that templates use for their art (ISO/IEC 29500-1, 20.1.10.56 ST_ShapeType), each as adjustments, guides and a path: `M`, `L` to a
 * point, `A` an arc by its radii, start and sweep, `Z`. What is not here is not drawn, and said.
 */
export interface Preset {
  readonly adjust?: Readonly<Record<string, number>>;
  /** `name formula; …` */
  readonly guides?: string;
  readonly path: string;
  /** Lines have no area. */
  readonly open?: true;
}

const ELLIPSE = 'M l vc A wd2 hd2 cd2 cd4 A wd2 hd2 3cd4 cd4 A wd2 hd2 0 cd4 A wd2 hd2 cd4 cd4 Z';
const RECT = 'M l t L r t L r b L l b Z';
const LINE: Preset = { path: 'M l t L r b', open: true };
const ONE = 'a pin 0 adj 50000; x1 */ ss a 100000; x2 +- r 0 x1; y1 +- t x1 0; y2 +- b 0 x1';
const TWO = 'a pin 0 adj1 50000; p pin 0 adj2 50000; x1 */ ss a 100000; x2 +- r 0 x1; q */ ss p 100000; x3 +- r 0 q; y3 +- b 0 q';
const ARROW =
  'a pin 0 adj1 100000; n */ 100000 w ss; m pin 0 adj2 n; d */ ss m 100000; x1 +- r 0 d; e */ h a 200000; y1 +- vc 0 e; y2 +- vc e 0; x9 +- l d 0';
const UPRIGHT =
  'a pin 0 adj1 100000; n */ 100000 h ss; m pin 0 adj2 n; d */ ss m 100000; y1 +- b 0 d; e */ w a 200000; x1 +- hc 0 e; x2 +- hc e 0; y9 +- t d 0';
const POINTED = 'n */ 100000 w ss; a pin 0 adj n; d */ ss a 100000; x1 +- r 0 d; x2 +- l d 0';

const DIAMOND: Preset = { path: 'M l vc L hc t L r vc L hc b Z' };
/** A rectangle whose corners are rounded by so much of its shorter side, in thousandths of a percent. */
const rounded = (adj: number): Preset => ({
  adjust: { adj },
  guides: ONE,
  path: 'M l x1 A x1 x1 cd2 cd4 L x2 t A x1 x1 3cd4 cd4 L r y2 A x1 x1 0 cd4 L x1 b A x1 x1 cd4 cd4 Z',
});

export const PRESETS: Readonly<Record<string, Preset>> = {
  rect: { path: RECT },
  flowChartProcess: { path: RECT },
  ellipse: { path: ELLIPSE },
  flowChartConnector: { path: ELLIPSE },
  line: LINE,
  straightConnector1: LINE,
  bentConnector2: { path: 'M l t L r t L r b', open: true },
  bentConnector3: { adjust: { adj1: 50000 }, guides: 'x1 */ w adj1 100000', path: 'M l t L x1 t L x1 b L r b', open: true },
  triangle: { adjust: { adj: 50000 }, guides: 'x1 */ w adj 100000', path: 'M l b L x1 t L r b Z' },
  rtTriangle: { path: 'M l b L l t L r b Z' },
  diamond: DIAMOND,
  flowChartDecision: DIAMOND,
  parallelogram: { adjust: { adj: 25000 }, guides: `${POINTED}; x3 +- r 0 d`, path: 'M l b L d t L r t L x3 b Z' },
  trapezoid: { adjust: { adj: 25000 }, guides: POINTED, path: 'M l b L d t L x1 t L r b Z' },
  hexagon: { adjust: { adj: 25000 }, guides: POINTED, path: 'M l vc L d t L x1 t L r vc L x1 b L d b Z' },
  octagon: { adjust: { adj: 29289 }, guides: ONE, path: 'M l x1 L x1 t L x2 t L r x1 L r y2 L x2 b L x1 b L l y2 Z' },
  homePlate: { adjust: { adj: 50000 }, guides: POINTED, path: 'M l t L x1 t L r vc L x1 b L l b Z' },
  chevron: { adjust: { adj: 50000 }, guides: POINTED, path: 'M l t L x1 t L r vc L x1 b L l b L x2 vc Z' },
  plus: {
    adjust: { adj: 25000 },
    guides: ONE,
    path: 'M l x1 L x1 x1 L x1 t L x2 t L x2 x1 L r x1 L r y2 L x2 y2 L x2 b L x1 b L x1 y2 L l y2 Z',
  },
  roundRect: rounded(16667),
  flowChartAlternateProcess: rounded(16667),
  flowChartTerminator: rounded(50000),
  round1Rect: { adjust: { adj: 16667 }, guides: ONE, path: 'M l t L x2 t A x1 x1 3cd4 cd4 L r b L l b Z' },
  round2SameRect: {
    adjust: { adj1: 16667, adj2: 0 },
    guides: TWO,
    path: 'M l x1 A x1 x1 cd2 cd4 L x2 t A x1 x1 3cd4 cd4 L r y3 A q q 0 cd4 L q b A q q cd4 cd4 Z',
  },
  round2DiagRect: {
    adjust: { adj1: 16667, adj2: 0 },
    guides: `${TWO}; y1 +- b 0 x1`,
    path: 'M l x1 A x1 x1 cd2 cd4 L x3 t A q q 3cd4 cd4 L r y1 A x1 x1 0 cd4 L q b A q q cd4 cd4 Z',
  },
  snip1Rect: { adjust: { adj: 16667 }, guides: ONE, path: 'M l t L x2 t L r x1 L r b L l b Z' },
  snip2SameRect: {
    adjust: { adj1: 16667, adj2: 0 },
    guides: TWO,
    path: 'M x1 t L x2 t L r x1 L r y3 L x3 b L q b L l y3 L l x1 Z',
  },
  snip2DiagRect: {
    adjust: { adj1: 0, adj2: 16667 },
    guides: `${TWO}; y1 +- b 0 x1`,
    path: 'M x1 t L x3 t L r q L r y1 L x2 b L q b L l y3 L l x1 Z',
  },
  donut: {
    adjust: { adj: 25000 },
    guides: `${ONE}; iw +- wd2 0 x1; ih +- hd2 0 x1; far */ cd4 -1 1`,
    path: `${ELLIPSE} M x1 vc A iw ih cd2 far A iw ih cd4 far A iw ih 0 far A iw ih 3cd4 far Z`,
  },
  frame: {
    adjust: { adj1: 12500 },
    guides: 'a pin 0 adj1 50000; x1 */ ss a 100000; x2 +- r 0 x1; y2 +- b 0 x1',
    path: `${RECT} M x1 x1 L x1 y2 L x2 y2 L x2 x1 Z`,
  },
  halfFrame: {
    adjust: { adj1: 33333, adj2: 33333 },
    guides: 'y1 */ ss adj1 100000; x1 */ ss adj2 100000; dx */ y1 w h; x2 +- r 0 dx; dy */ x1 h w; y2 +- b 0 dy',
    path: 'M l t L r t L x2 y1 L x1 y1 L x1 y2 L l b Z',
  },
  corner: {
    adjust: { adj1: 50000, adj2: 50000 },
    guides: 'x1 */ ss adj2 100000; d */ ss adj1 100000; y1 +- b 0 d',
    path: 'M l t L x1 t L x1 y1 L r y1 L r b L l b Z',
  },
  diagStripe: { adjust: { adj: 50000 }, guides: 'x2 */ w adj 100000; y2 */ h adj 100000', path: 'M l y2 L x2 t L r t L l b Z' },
  rightArrow: { adjust: { adj1: 50000, adj2: 50000 }, guides: ARROW, path: 'M l y1 L x1 y1 L x1 t L r vc L x1 b L x1 y2 L l y2 Z' },
  leftArrow: { adjust: { adj1: 50000, adj2: 50000 }, guides: ARROW, path: 'M r y1 L x9 y1 L x9 t L l vc L x9 b L x9 y2 L r y2 Z' },
  downArrow: { adjust: { adj1: 50000, adj2: 50000 }, guides: UPRIGHT, path: 'M x1 t L x1 y1 L l y1 L hc b L r y1 L x2 y1 L x2 t Z' },
  upArrow: { adjust: { adj1: 50000, adj2: 50000 }, guides: UPRIGHT, path: 'M x1 b L x1 y9 L l y9 L hc t L r y9 L x2 y9 L x2 b Z' },
};
