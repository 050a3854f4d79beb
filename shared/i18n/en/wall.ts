/** The demo's wall. */
import type { Translation } from '../message.ts'
import type { wall as source } from '../zh-hans/wall.ts'

export const wall = {
  tagline: 'One evening of Changming on one page',
  kioskFrame: 'Lobby kiosk',
  panelFrame: 'Panel in V08',
  barFrame: 'Bar station',
  managerFrame: 'Manager console',
  touchCard: "Touch Mr Wang's card",
  scanCode: 'Scan a code',
  complainMic: 'Complain: microphone',
  cutPower: 'Cut the power',
  hintCard: 'Watch the lobby sing out his name',
  hintSeat: 'Confirm the room on the console',
  hintRound: "Tap 'the usual' on the panel, watch the bar",
  hintComplain: 'The console rings: take it',
  hintPower: 'Tap the panel, cut the power: the tap survives',
  powerOff: 'Power cut, starting again',
  powerBack: 'Back, and nothing is lost',
  roomEmpty: 'Seat Mr Wang first, then complain',
  noLinks: 'Open this page by the link in the terminal',
  noLinksHint: 'A new link is printed at every start',
} as const satisfies Translation<typeof source>
