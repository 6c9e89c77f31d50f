/** The languages of an `Accept-Language` header, the preferred first: `zh-CN,zh;q=0.9,en;q=0.8`. */
export function acceptedLanguages(header: string | undefined): readonly string[] {
  return (header ?? '')
    .slice(0, 1_000)
    .split(',')
    .map((entry) => {
      const [tag = '', quality = ''] = entry.split(';');
      const weight = /^\s*q=([\d.]+)\s*$/.exec(quality)?.[1];
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => /^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*$/.test(tag) && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
