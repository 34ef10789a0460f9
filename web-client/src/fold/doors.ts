// The fold of what leads in and out of the room: lobby, groups, the room's mode, what the public sees. Pure.

import type { DoorsJson, Frame, PersonJson, WorkingGroupJson } from "../link/wire";

export interface Doors {
  readonly lobby: boolean;
  readonly waiting: Readonly<Record<string, PersonJson>>;
  readonly told: string;
  readonly proposal: { readonly onRecord: boolean; readonly atMs: number; readonly agreed: readonly string[] } | null;
  readonly groups: readonly WorkingGroupJson[];
  readonly groupsFrom: string;
  readonly groupsUntilMs: number;
  readonly publicCut: boolean;
  readonly publicDelayMs: number;
}

export const NO_DOORS: Doors = {
  lobby: false, waiting: {}, told: "", proposal: null, groups: [], groupsFrom: "", groupsUntilMs: 0, publicCut: false, publicDelayMs: 0,
};

/** As a snapshot has them: what is empty is left out. */
export function doorsOf(json: DoorsJson | undefined): Doors {
  const proposal = json?.proposal ? { ...json.proposal, agreed: json.proposal.agreed ?? [] } : null;
  return { ...NO_DOORS, ...json, proposal };
}

/** The doors after a frame; the same when the frame is about something else. */
export function evolveDoors(d: Doors, frame: Frame): Doors {
  const seat = frame.seat as string;
  switch (frame.ev) {
    case "lobby.opened":
      return { ...d, lobby: true };
    case "lobby.closed":
      return { ...d, lobby: false };
    case "lobby.entered":
      return { ...d, waiting: { ...d.waiting, [seat]: frame.person as PersonJson } };
    case "lobby.left": {
      const { [seat]: _, ...waiting } = d.waiting;
      return { ...d, waiting };
    }
    case "lobby.told":
      return { ...d, told: (frame.text as string | undefined) ?? "" };
    case "mode.proposed":
      return { ...d, proposal: { onRecord: Boolean(frame.onRecord), atMs: frame.at ?? 0, agreed: [] } };
    case "mode.agreed":
      return d.proposal ? { ...d, proposal: { ...d.proposal, agreed: [...d.proposal.agreed.filter((s) => s !== seat), seat] } } : d;
    case "mode.dropped":
    case "mode.settled":
      return { ...d, proposal: null };
    case "groups.laid":
      return {
        ...d,
        groups: (frame.groups as WorkingGroupJson[] | undefined) ?? [],
        groupsFrom: (frame.parent as string | undefined) ?? "",
        groupsUntilMs: Number(frame.untilMs ?? 0),
      };
    case "public.set":
      return { ...d, publicCut: Boolean(frame.cut), publicDelayMs: Number(frame.delayMs ?? 0) };
    default:
      return d;
  }
}
