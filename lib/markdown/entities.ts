/** HTML character references: every number, and the names of HTML 4 with those of HTML 5 that people write. */

/** `name:codepoint`, hexadecimal, as the HTML standard lists them (https://html.spec.whatwg.org/entities.json). */
const TABLE = `
AElig:c6 Aacute:c1 Acirc:c2 Agrave:c0 Alpha:391 Aring:c5 Atilde:c3 Auml:c4 Beta:392 Ccaron:10c Ccedil:c7 Chi:3a7
ClockwiseContourIntegral:2232 Dagger:2021 Dcaron:10e Delta:394 DifferentialD:2146 Dstrok:110 ETH:d0 Eacute:c9 Ecaron:11a
Ecirc:ca Egrave:c8 Epsilon:395 Eta:397 Euml:cb Gamma:393 Gbreve:11e HilbertSpace:210b Iacute:cd Icirc:ce Idot:130 Igrave:cc
Iota:399 Iuml:cf Kappa:39a Lambda:39b Leftarrow:21d0 Lstrok:141 Mu:39c NewLine:a NoBreak:2060 Ntilde:d1 Nu:39d OElig:152
Oacute:d3 Ocirc:d4 Odblac:150 Ograve:d2 Omega:3a9 Omicron:39f Oslash:d8 Otilde:d5 Ouml:d6 Phi:3a6 Pi:3a0 Prime:2033 Psi:3a8
Rcaron:158 Rho:3a1 Rightarrow:21d2 Scaron:160 Scedil:15e Sigma:3a3 THORN:de Tab:9 Tau:3a4 Theta:398 ThinSpace:2009 Uacute:da
Ucirc:db Udblac:170 Ugrave:d9 Upsilon:3a5 Uring:16e Uuml:dc Xi:39e Yacute:dd Yuml:178 Zcaron:17d ZeroWidthSpace:200b Zeta:396
aacute:e1 abreve:103 acirc:e2 acute:b4 aelig:e6 agrave:e0 alefsym:2135 alpha:3b1 amacr:101 amp:26 and:2227 ang:2220 aogon:105
apos:27 approx:2248 aring:e5 ast:2a asymp:2248 atilde:e3 auml:e4 bdquo:201e beta:3b2 bigstar:2605 blacktriangleright:25b8
blk34:2593 block:2588 bot:22a5 boxh:2500 boxv:2502 brvbar:a6 bsol:5c bull:2022 cacute:107 cap:2229 ccaron:10d ccedil:e7 cedil:b8
cent:a2 check:2713 checkmark:2713 chi:3c7 cir:25cb circ:2c6 clubs:2663 colon:3a comma:2c commat:40 cong:2245 copy:a9 copysr:2117
crarr:21b5 cross:2717 cup:222a curren:a4 dArr:21d3 dagger:2020 darr:2193 dash:2010 dcaron:10f deg:b0 delta:3b4 diams:2666
divide:f7 dollar:24 dstrok:111 eacute:e9 ecaron:11b ecirc:ea egrave:e8 ell:2113 emacr:113 empty:2205 emsp:2003 ensp:2002
eogon:119 epsilon:3b5 equals:3d equiv:2261 eta:3b7 eth:f0 euml:eb euro:20ac excl:21 exist:2203 female:2640 ffilig:fb03
fflig:fb00 filig:fb01 flat:266d fllig:fb02 fnof:192 forall:2200 frac12:bd frac13:2153 frac14:bc frac15:2155 frac18:215b
frac23:2154 frac34:be frac38:215c frac58:215d frac78:215e frasl:2044 gamma:3b3 gbreve:11f ge:2265 geqslant:2a7e grave:60 gt:3e
hArr:21d4 hairsp:200a half:bd harr:2194 hbar:210f hearts:2665 hellip:2026 horbar:2015 hyphen:2010 iacute:ed icirc:ee iexcl:a1
igrave:ec imacr:12b image:2111 incare:2105 infin:221e inodot:131 int:222b iota:3b9 iquest:bf isin:2208 iuml:ef kappa:3ba
lArr:21d0 lambda:3bb lang:2329 laquo:ab larr:2190 lbrace:7b lbrack:5b lceil:2308 lcub:7b ldquo:201c le:2264 leftarrow:2190
leqslant:2a7d lfloor:230a longrightarrow:27f6 lowast:2217 lowbar:5f loz:25ca lpar:28 lrm:200e lsaquo:2039 lsqb:5b lsquo:2018
lstrok:142 lt:3c macr:af male:2642 map:21a6 mdash:2014 micro:b5 middot:b7 minus:2212 mu:3bc nabla:2207 nacute:144 natural:266e
nbsp:a0 ncaron:148 ndash:2013 ne:2260 ngE:2267+338 ngeq:2271 ni:220b nleq:2270 not:ac notin:2209 nsub:2284 ntilde:f1 nu:3bd
num:23 numsp:2007 oacute:f3 ocirc:f4 odblac:151 oelig:153 ograve:f2 oline:203e omacr:14d omega:3c9 omicron:3bf oplus:2295
or:2228 ordf:aa ordm:ba oslash:f8 otilde:f5 otimes:2297 ouml:f6 para:b6 part:2202 percnt:25 period:2e permil:2030 perp:22a5
phi:3c6 phone:260e pi:3c0 piv:3d6 plus:2b plusmn:b1 pound:a3 prime:2032 prod:220f prop:221d psi:3c8 puncsp:2008 quest:3f quot:22
rArr:21d2 radic:221a rang:232a raquo:bb rarr:2192 rbrace:7d rbrack:5d rcaron:159 rceil:2309 rcub:7d rdquo:201d real:211c reg:ae
rfloor:230b rho:3c1 rightarrow:2192 rlm:200f rpar:29 rsaquo:203a rsqb:5d rsquo:2019 rx:211e sacute:15b sbquo:201a scaron:161
scedil:15f sdot:22c5 sect:a7 semi:3b sharp:266f shy:ad sigma:3c3 sigmaf:3c2 sim:223c simeq:2243 sol:2f spades:2660 squ:25a1
square:25a1 star:2606 starf:2605 sub:2282 sube:2286 sum:2211 sup:2283 sup1:b9 sup2:b2 sup3:b3 supe:2287 szlig:df target:2316
tau:3c4 tcaron:165 telrec:2315 there4:2234 theta:3b8 thetasym:3d1 thinsp:2009 thorn:fe tilde:2dc times:d7 top:22a4 trade:2122
uArr:21d1 uacute:fa uarr:2191 ucirc:fb udblac:171 ugrave:f9 umacr:16b uml:a8 upsih:3d2 upsilon:3c5 uring:16f uuml:fc verbar:7c
vert:7c weierp:2118 xi:3be yacute:fd yen:a5 yuml:ff zacute:17a zcaron:17e zdot:17c zeta:3b6 zwj:200d zwnj:200c
`;

const NAMES: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split(/\s+/)
    .map((entry) => {
      const [name = '', codes = ''] = entry.split(':');
      return [name, String.fromCodePoint(...codes.split('+').map((code) => Number.parseInt(code, 16)))];
    }),
);

/** A character reference, complete with its semicolon. */
export const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));/g;

/** What a reference stands for; null where it is none. Numbers that are no character give U+FFFD (CommonMark 0.31, 2.5). */
export function decodeReference(reference: string): string | null {
  const [, decimal, hex, name] = new RegExp(`^${REFERENCE.source}$`).exec(reference) ?? [];
  if (name !== undefined) return NAMES.get(name) ?? null;
  if (decimal === undefined && hex === undefined) return null;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  const none = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return none ? '\ufffd' : String.fromCodePoint(code);
}

/** A text with its references decoded. */
export const decodeReferences = (text: string): string =>
  text.includes('&') ? text.replace(REFERENCE, (reference) => decodeReference(reference) ?? reference) : text;
