const families = ['王秀英', '李伟', 'Müller', 'Okafor', 'María García', 'Fatima Haddad', '张敏', 'Kenji Tanaka'];
const groups = ['Sales north', 'Claims', '信用卡服务', 'Technical support'];
const states = [
  [7, 5],
  [4, 1],
  [5, 6],
  [3, 7],
  [8, 8],
];

/** Bytes. */
const chunk = 65_536;

/** Agents as onlineagentonvdn writes them, a hundredth of whom change state from look to look. */
export function createCentre(agents: number) {
  const entries = Array.from({ length: agents }, (_, index) => ({
    workno: String(101 + index),
    name: `${families[index % families.length] ?? ''} ${String(index)}`,
    status: '4',
    ctiStatus: '1',
    groupid: index % groups.length,
    groupname: groups[index % groups.length],
    mediatype: 'TTT',
    vdnid: 1,
  }));
  let turn = 0;
  return {
    /** As a connection brings it. */
    answer: (): readonly Buffer[] => {
      const bytes = Buffer.from(JSON.stringify({ message: '', retcode: '0', result: entries }));
      const chunks = Math.ceil(bytes.length / chunk);
      return Array.from({ length: chunks }, (_, index) => bytes.subarray(index * chunk, (index + 1) * chunk));
    },
    change: () => {
      turn += 1;
      for (let index = (turn - 1) % 100; index < agents; index += 100) {
        const entry = entries[index];
        const [status, ctiStatus] = states[Math.floor((turn - 1) / 100) % states.length] ?? [];
        if (entry !== undefined) Object.assign(entry, { status: String(status), ctiStatus: String(ctiStatus) });
      }
    },
  };
}
