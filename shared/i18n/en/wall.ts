/** The demo's wall. */
import type { Translation } from '../message.ts'
import type { wall as source } from '../zh-hans/wall.ts'

export const wall = {
  tagline: 'One evening of Changming on one page',
  kioskFrame: 'Lobby kiosk',
  panelFrame: 'Panel in V08',
  barFrame: 'Bar station',
  managerFrame: 'Manager console',
  touchCard: "Mr Wang's card",
  seat: 'Seat in V08',
  usual: 'The usual',
  complainMic: 'Complain',
  cutPower: 'Cut the power',
  scanCode: 'Scan a code',
  hintCard: 'The lobby sings out his name',
  hintSeat: 'on the manager console',
  hintUsual: 'under Drinks on the panel; watch the bar',
  hintComplain: 'The console rings: tap Take',
  hintPower: 'What was just tapped in the room survives',
  hintScan: 'Another guest arrives',
  powerOff: 'Power cut, starting again',
  powerOn: 'Up again, screens reconnecting',
  powerBack: 'All back, and nothing is lost',
  roomEmpty: 'Seat Mr Wang first, then complain',
  linksUsed: 'This link has been used',
  linksUsedHint: 'Each link pairs once. Press Ctrl-C in the terminal and run npm start again: it prints new ones',
  noLinks: 'Open this page by the link in the terminal',
  noLinksHint: 'A new link is printed at every start',
} as const satisfies Translation<typeof source>
