import type { Random } from '../random.ts';

const givenNames = [
  'Amina',
  'Anna',
  'Ben',
  'Carla',
  'Chidi',
  'Daniel',
  'Elena',
  'Fatima',
  'Farid',
  'Grace',
  'Hassan',
  'Ines',
  'Ivan',
  'James',
  'Joana',
  'Kwame',
  'Laura',
  'Leila',
  'Marco',
  'Maria',
  'Nadia',
  'Noah',
  'Olga',
  'Omar',
  'Paul',
  'Priya',
  'Rosa',
  'Samir',
  'Sofia',
  'Thandi',
  'Tomás',
  'Yusuf',
  'Zoë',
] as const;
const familyNames = [
  'Abebe',
  'Almeida',
  'Banda',
  'Costa',
  'Dlamini',
  'Fernández',
  'García',
  'Haddad',
  'Ivanova',
  'Kamau',
  'Khan',
  'Kowalski',
  'López',
  'Mensah',
  'Moyo',
  'Müller',
  'Nasser',
  'Ndlovu',
  "O'Brien",
  'Okafor',
  'Patel',
  'Pereira',
  'Rahman',
  'Santos',
  'Schmidt',
  'Silva',
  'Singh',
  'Smith',
  'Tran',
  'Yılmaz',
] as const;
const chineseFamilyNames = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '吴', '周', '徐', '孙', '欧阳'] as const;
const chineseGivenNames = ['伟', '芳', '娜', '敏', '静', '丽', '强', '磊', '秀英', '建国', '晓明', '雪梅', '志强', '思远'] as const;

const shareOfChineseNames = 0.3;

/** A plausible name of an agent. */
export function drawName(random: Random): string {
  return random.fraction() < shareOfChineseNames
    ? random.pick(chineseFamilyNames) + random.pick(chineseGivenNames)
    : `${random.pick(givenNames)} ${random.pick(familyNames)}`;
}
