/** Arithmetic over named amounts: numbers, names, `+ - * / ^`, brackets and `round(x, digits)`. Nothing else is read, so that a formula can do nothing else. */

/** What a formula comes to, or why it comes to nothing; `at` is an offset in it. */
export type Outcome = { readonly value: number } | { readonly problem: string; readonly at: number };

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_.]*)|([-+*/^(),÷×−]))/uy;
const DEEPEST = 50;

interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** Raised inside this file only, and caught in it. */
class Unreadable extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const SAME: Readonly<Record<string, string>> = { '÷': '/', '×': '*', '−': '-' };

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Unreadable(`"${text.slice(from).trim().charAt(0)}" cannot stand in a formula`, from);
    const [whole, number, name, sign = ''] = match;
    const at = match.index + whole.length - whole.trimStart().length;
    tokens.push(
      number !== undefined
        ? { kind: 'number', text: number, at }
        : name !== undefined
          ? { kind: 'name', text: name, at }
          : { kind: 'sign', text: SAME[sign] ?? sign, at },
    );
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

/** Works a formula out. `amount` gives the value of a name, or says why it has none. */
export function evaluate(text: string, amount: (name: string) => number | string): Outcome {
  try {
    const value = calculation(tokensOf(text), amount);
    return Number.isFinite(value) ? { value } : { problem: 'it comes to no number', at: 0 };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message, at: error.at };
    throw error;
  }
}

function calculation(tokens: readonly Token[], amount: (name: string) => number | string): number {
  let next = 0;
  let depth = 0;
  const END: Token = { kind: 'end', text: '', at: 0 };
  const peek = (): Token => tokens[next] ?? tokens.at(-1) ?? END;
  const takes = (...signs: readonly string[]): string | null => {
    const { kind, text } = peek();
    if (kind !== 'sign' || !signs.includes(text)) return null;
    next++;
    return text;
  };
  const expect = (sign: string): void => {
    if (takes(sign) === null) throw new Unreadable(`"${sign}" is missing`, peek().at);
  };
  const sum = (): number => {
    if (++depth > DEEPEST) throw new Unreadable('brackets nest too deep', peek().at);
    let value = product();
    for (let sign = takes('+', '-'); sign !== null; sign = takes('+', '-')) value += sign === '+' ? product() : -product();
    depth--;
    return value;
  };
  const product = (): number => {
    let value = signed();
    for (let sign = takes('*', '/'); sign !== null; sign = takes('*', '/')) value = sign === '*' ? value * signed() : value / signed();
    return value;
  };
  const signed = (): number => {
    let sign = 1;
    while (takes('-') !== null) sign = -sign;
    return sign * power();
  };
  const power = (): number => {
    const base = atom();
    return takes('^') === null ? base : base ** signed();
  };
  const atom = (): number => {
    const token = peek();
    if (token.kind === 'number') return Number(tokens[next++]?.text);
    if (token.kind === 'name') return named(token);
    if (takes('(') === null)
      throw new Unreadable(token.kind === 'end' ? 'the formula breaks off' : `"${token.text}" stands where a value should`, token.at);
    const value = sum();
    expect(')');
    return value;
  };
  const named = ({ text, at }: Token): number => {
    next++;
    if (text === 'round' && takes('(') !== null) {
      const value = sum();
      const digits = takes(',') === null ? 0 : sum();
      expect(')');
      return Math.round(value * 10 ** digits) / 10 ** digits;
    }
    const value = amount(text);
    if (typeof value === 'string') throw new Unreadable(value, at);
    return value;
  };
  const value = sum();
  if (peek().kind !== 'end') throw new Unreadable(`"${peek().text}" stands behind the end of the formula`, peek().at);
  return value;
}
