import { expect, test } from 'vitest';
import { PlainClient } from './plainClient.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

const guarded: readonly (readonly [string, string])[] = [
  ['DELETE', 'onlineagent/{id}/logout'],
  ['DELETE', 'onlineagent/{id}/forcelogout'],
  ['DELETE', 'onlineagent/{id}/forcelogoutwithreason/1'],
  ['GET', 'onlineagent/{id}/agentstatus'],
  ['POST', 'onlineagent/{id}/sayfree'],
  ['POST', 'onlineagent/{id}/saybusy'],
  ['POST', 'onlineagent/{id}/cancelbusy'],
  ['POST', 'onlineagent/{id}/work'],
  ['POST', 'onlineagent/{id}/cancelwork'],
  ['POST', 'onlineagent/{id}/rest/60/1'],
  ['POST', 'onlineagent/{id}/cancelrest'],
  ['POST', 'onlineagent/{id}/autoanswer/true'],
  ['POST', 'onlineagent/{id}/autoenteridle/true'],
  ['POST', 'onlineagent/{id}/settalkright?flag=1'],
  ['POST', 'onlineagent/{id}/resetskill/true'],
  ['GET', 'onlineagent/{id}/agentskills'],
  ['GET', 'onlineagent/{id}/agentskillsbyworkno/20001'],
  ['PUT', 'onlineagent/{id}/updateGuid'],
  ['POST', 'onlineagent/{id}/syncagentinfo'],
  ['POST', 'onlineagent/{id}/handshake'],
  ['PUT', 'onlineagent/{id}/heartbeat'],
  ['GET', 'agentevent/{id}'],
  ['GET', 'agentgroup/{id}/onlineagentonvdn'],
  ['GET', 'agentgroup/{id}/onlineagentonvdnbyattribute?attribute=4'],
  ['GET', 'agentgroup/{id}/allagentstatus'],
  ['GET', 'agentgroup/{id}/idleagent'],
  ['GET', 'agentgroup/{id}/agentbyworkno/20001'],
  ['POST', 'agentgroup/{id}/agentinfonoskills'],
  ['GET', 'agentgroup/{id}/agentbylist'],
  ['GET', 'agentgroup/{id}/agentwasnameonvdn'],
  ['GET', 'agentgroup/{id}/grouponvdn'],
  ['GET', 'agentgroup/{id}/agentongroup'],
  ['GET', 'agentgroup/{id}/agentongroupex?groupid=1'],
  ['GET', 'agentgroup/{id}/groupbyagent/20001'],
  ['GET', 'agentgroup/{id}/agentbyskill/1'],
  ['GET', 'agentgroup/{id}/iscensor'],
  ['GET', 'agentgroup/{id}/restreason'],
  ['GET', 'queuedevice/{id}/agentvdnskill'],
  ['PUT', 'qualitycontrol/{id}/addsupervise/20001'],
  ['PUT', 'qualitycontrol/{id}/addinsert/20001'],
  ['DELETE', 'qualitycontrol/{id}/20001'],
  ['POST', 'qualitycontrol/{id}/switch/20001'],
  ['PUT', 'qualitycontrol/{id}/intercept/20001'],
  ['PUT', 'qualitycontrol/{id}/intercept/20001/1-1'],
  ['POST', 'qualitycontrol/{id}/requestwhisperagent?whisperagentid=20001'],
  ['POST', 'qualitycontrol/{id}/requeststopwhisperagent?whisperagentid=20001'],
  ['POST', 'qualitycontrol/{id}/requestswitchinsertwhisperagent?whisperagentid=20001&switchtype=1'],
  ['POST', 'qualitycontrol/{id}/forcebusy/20001'],
  ['POST', 'qualitycontrol/{id}/forceidle/20001'],
  ['POST', 'qualitycontrol/{id}/forcelogout/20001'],
  ['POST', 'qualitycontrol/{id}/forcerest/20001/60/1'],
  ['POST', 'qualitycontrol/{id}/forcedropcall/1-1'],
  ['POST', 'qualitycontrol/{id}/adjustskill'],
  ['GET', 'qualitycontrol/{id}/allagent'],
  ['POST', 'qualitycontrol/{id}/beginmonitor?agents=20001'],
  ['POST', 'qualitycontrol/{id}/endmonitor?agents=20001'],
  ['PUT', 'voicecall/{id}/answer'],
  ['DELETE', 'voicecall/{id}/release'],
  ['DELETE', 'voicecall/{id}'],
  ['POST', 'voicecall/{id}/dropcall/1-1'],
  ['POST', 'voicecall/{id}/disconnect/1'],
  ['POST', 'voicecall/{id}/phonepickup'],
  ['POST', 'voicecall/{id}/phonehangup'],
  ['PUT', 'voicecall/{id}/snatchpickup?destWorkNo=20001'],
  ['POST', 'voicecall/{id}/hold'],
  ['POST', 'voicecall/{id}/gethold'],
  ['POST', 'voicecall/{id}/beginmute'],
  ['POST', 'voicecall/{id}/endmute'],
  ['PUT', 'voicecall/{id}/callout'],
  ['PUT', 'voicecall/{id}/callinner'],
  ['POST', 'voicecall/{id}/innerhelp'],
  ['POST', 'voicecall/{id}/confjoin'],
  ['POST', 'voicecall/{id}/connecthold/1-1'],
  ['POST', 'voicecall/{id}/transfer'],
  ['POST', 'voicecall/{id}/canceltransfer'],
  ['POST', 'voicecall/{id}/seconddialex?number=1'],
  ['GET', 'calldata/{id}/callinfo'],
  ['GET', 'calldata/{id}/callinfobeforeanswer'],
  ['GET', 'calldata/{id}/callinfobycallid/1-1'],
  ['GET', 'calldata/{id}/allcallid'],
  ['GET', 'calldata/{id}/holdlist'],
  ['GET', 'calldata/{id}/appdata'],
  ['POST', 'onlineagent/{id}/sendnoteletex'],
  ['POST', 'onlineagent/{id}/notifybulletin'],
  ['POST', 'onlineagent/{id}/modifyaccountpwdex'],
  ['GET', 'queuedevice/{id}/vdnskill/1'],
  ['GET', 'queuedevice/{id}/agentskill/20001'],
  ['GET', 'queuedevice/{id}/ivrinfo'],
  ['GET', 'queuedevice/{id}/innoinfo'],
  ['POST', 'queuedevice/{id}/queryacdstat'],
  ['GET', 'calldata/{id}/holdlistex/20001'],
  ['PUT', 'calldata/{id}?calldata=a'],
  ['POST', 'calldata/{id}/setcalldataex'],
  ['POST', 'voicecall/{id}/seconddial/1'],
  ['PUT', 'voicecall/{id}/previewcallout'],
  ['PUT', 'recordplay/{id}/play'],
  ['PUT', 'textchat/{id}/answer/1-1'],
  ['POST', 'agentconf/{id}/requestagentconf'],
  ['PUT', 'multimediaconf/{id}/requestconf'],
];

test('every interface refuses a request without a Guid, or with a stranger’s, with 000-003', async () => {
  const simulator = await quickSimulator();
  const client = await signedInInspector(simulator);
  for (const guid of [undefined, '00000000-0000-0000-0000-000000000000.AgentGateway0']) {
    client.guid = guid;
    for (const [method, path] of guarded) expect([path, await client.retcode(method, path)]).toEqual([path, '000-003']);
  }
  expect(simulator.sessionOf('291').signedIn).toBe(true);
});

test('every interface refuses who is not signed in with 100-006', async () => {
  const client = new PlainClient(await quickSimulator(), '291');
  for (const [method, path] of guarded) expect([path, await client.retcode(method, path)]).toEqual([path, '100-006']);
});

test('every interface refuses another method with 000-002', async () => {
  const client = await signedInInspector(await quickSimulator());
  for (const [, path] of guarded) expect([path, await client.retcode('PATCH', path)]).toEqual([path, '000-002']);
});
