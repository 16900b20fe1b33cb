// Draws the network whose data stands in the page. Positions come from the server; nothing is fetched.
"use strict";

(() => {
  const place = document.getElementById("network");
  const island = document.getElementById("network-data");
  if (!place || !island || typeof vis === "undefined") return;

  const data = JSON.parse(island.textContent);
  const halo = { strokeWidth: 4, strokeColor: "#ffffff" };
  const options = {
    physics: { enabled: false },
    layout: { improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 150, hideEdgesOnDrag: data.edges.length > 400, keyboard: false },
    nodes: { borderWidth: 2 },
    edges: {
      smooth: false,
      color: { color: "#8a97a4", highlight: "#005a92", hover: "#005a92" },
      font: { ...halo, size: 12, color: "#4a5866", align: "middle" },
      arrows: { to: { enabled: true, scaleFactor: 0.6 } },
    },
  };
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const picture = new vis.Network(
    place,
    { nodes: new vis.DataSet(data.nodes.map((node) => (node.kind ? { ...node, label: "" } : node))), edges: new vis.DataSet(data.edges) },
    options,
  );
  const write = networkLabels(picture, data.nodes);
  const said = document.getElementById("selected");
  const tools = document.getElementById("tools");
  const canvas = place.querySelector("canvas");
  if (canvas) canvas.setAttribute("aria-hidden", "true");
  let current = null;

  const tell = (id) => {
    const node = nodes.get(id);
    said.replaceChildren();
    if (!node) return;
    const links = picture.getConnectedEdges(id).length;
    const open = document.createElement("a");
    open.href = node.address;
    open.textContent = node.name;
    said.append(open, `: ${links} link${links === 1 ? "" : "s"}`);
  };

  const choose = (id) => {
    current = id;
    picture.selectNodes([id]);
    picture.focus(id, { scale: Math.max(picture.getScale(), 0.7), animation: false });
    tell(id);
  };

  // The neighbour that lies best in the direction of the arrow; without a selection, the first node.
  const step = (dx, dy) => {
    if (current === null) return choose(data.nodes[0].id);
    const from = picture.getPosition(current);
    let best = null;
    let least = Infinity;
    for (const id of picture.getConnectedNodes(current)) {
      const to = picture.getPosition(id);
      const [x, y] = [to.x - from.x, to.y - from.y];
      const along = x * dx + y * dy;
      if (id === current || along <= 0) continue;
      const cost = Math.hypot(x, y) + 2 * Math.abs(x * dy - y * dx);
      if (cost < least) [best, least] = [id, cost];
    }
    if (best !== null) choose(best);
  };

  const MARGIN = 0.92; // room for the names of the outermost nodes
  const zoom = (factor) => picture.moveTo({ scale: picture.getScale() * factor });

  const whole = () => { picture.fit(); zoom(MARGIN); };

  const save = () => {
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const pen = copy.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, copy.width, copy.height);
    pen.drawImage(canvas, 0, 0);
    copy.toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = "network.png";
      link.click();
      URL.revokeObjectURL(link.href);
    });
  };

  const actions = { in: () => zoom(1.3), out: () => zoom(1 / 1.3), fit: whole, save };
  const keys = {
    ArrowLeft: () => step(-1, 0), ArrowRight: () => step(1, 0), ArrowUp: () => step(0, -1), ArrowDown: () => step(0, 1),
    "+": actions.in, "=": actions.in, "-": actions.out, 0: actions.fit,
    Enter: () => { if (current !== null) location.href = nodes.get(current).address; },
  };

  place.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? null : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  picture.on("click", ({ nodes: [id] }) => { if (id !== undefined) { current = id; tell(id); } });
  picture.on("doubleClick", ({ nodes: [id] }) => { if (id !== undefined) location.href = nodes.get(id).address; });
  picture.on("afterDrawing", (pen) => { place.dataset.named = write(pen); });
  picture.once("afterDrawing", () => { place.dataset.drawn = "yes"; });
  if (tools) {
    tools.hidden = false;
    tools.addEventListener("click", (event) => {
      const act = actions[event.target.dataset.do];
      if (act) act();
    });
  }
  whole();
})();
