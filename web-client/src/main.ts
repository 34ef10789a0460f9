// Where it starts: the page says which room and seat; all else comes over the link.

import { App } from "./app";
import { type CarrierName, LADDER } from "./link/carriers";
import { listenForKeys } from "./view/chair";
import { useLanguage } from "./view/i18n";
import { show } from "./view/page";

const root = document.getElementById("app");
if (root) {
  const { room = "", seat = "", record = "off", as = "" } = root.dataset;
  const wished = new URLSearchParams(location.search).get("carrier") as CarrierName | null;
  useLanguage(document.documentElement.lang);
  const app = new App({ room, seat, onRecord: record === "on", as, carrier: wished && LADDER.includes(wished) ? wished : "websocket" });
  show(root, app, `/r/${room}/text${as ? `?as=${as}` : ""}`);
  listenForKeys(app);
  app.start();
}
