const formatter = new Intl.NumberFormat('zh-CN');

export function number(value: number): string {
  return formatter.format(value);
}
