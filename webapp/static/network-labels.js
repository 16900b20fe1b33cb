// Names of nodes in one size at every zoom, none over another: the chosen node and its neighbours first, then the
// best-joined. Names of those few may cover small nodes, all others none; a name without room waits for a closer look.
"use strict";

const networkLabels = (picture, nodes) => {
  const SIZE = 13, LINE = 15, GAP = 3, FIRST = 12, HALO = "#ffffff", INK = "#1c2733";
  const ranked = [...nodes].filter((node) => node.label && node.kind).map((node) => ({
    id: node.id,
    lines: node.label.split("\n"),
    radius: node.size || 14,
    links: picture.getConnectedEdges(node.id).length,
  })).sort((a, b) => b.links - a.links || (a.id < b.id ? -1 : 1));
  let width = null; // of each name; known once there is a pen

  const measure = (pen) => new Map(ranked.map((name) => [
    name.id, Math.max(...name.lines.map((line) => pen.measureText(line).width)),
  ]));
  const apart = (a, b) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
  const inOrder = () => {
    const chosen = new Set(picture.getSelectedNodes());
    for (const id of [...chosen]) for (const other of picture.getConnectedNodes(id)) chosen.add(other);
    return [...ranked.filter((name) => chosen.has(name.id)), ...ranked.filter((name) => !chosen.has(name.id))];
  };

  // Below its node, or above, or beside it. Boxes are in pixels of the screen; the pen counts in those of the picture.
  const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0]];
  const box = (name, at, scale, [dx, dy]) => {
    const half = width.get(name.id) / 2, high = name.lines.length * LINE, away = name.radius * scale + GAP;
    const x = at.x * scale + dx * (away + half);
    const middle = at.y * scale + dy * (away + high / 2);
    return { x, left: x - half, right: x + half, top: middle - high / 2, bottom: middle + high / 2 };
  };

  const symbol = (name, at, scale) => {
    const [x, y, r] = [at.x * scale, at.y * scale, 0.8 * name.radius * scale];
    return { left: x - r, right: x + r, top: y - r, bottom: y + r };
  };

  // Writes the names; gives how many had room.
  return (pen) => {
    const scale = picture.getScale();
    const places = picture.getPositions(ranked.map((name) => name.id));
    const view = { x: picture.getViewPosition().x * scale, y: picture.getViewPosition().y * scale };
    const [wide, high] = [pen.canvas.clientWidth / 2, pen.canvas.clientHeight / 2];
    const seen = (room) =>
      room.left > view.x - wide && room.right < view.x + wide && room.top > view.y - high && room.bottom < view.y + high;
    let named = 0;
    const ordered = inOrder();
    const symbols = (names) => names.map((name) => symbol(name, places[name.id], scale));
    const taken = symbols(ordered.slice(0, FIRST));
    pen.save();
    pen.scale(1 / scale, 1 / scale);
    Object.assign(pen, { textAlign: "center", textBaseline: "top", lineJoin: "round", lineWidth: 4 });
    Object.assign(pen, { font: `${SIZE}px system-ui, sans-serif`, strokeStyle: HALO, fillStyle: INK });
    width ??= measure(pen);
    ordered.forEach((name, n) => {
      if (n === FIRST) taken.push(...symbols(ordered.slice(FIRST)));
      const free = (room) => seen(room) && taken.every((other) => apart(room, other));
      const room = SIDES.map((side) => box(name, places[name.id], scale, side)).find(free);
      if (!room) return;
      taken.push(room);
      named += 1;
      name.lines.forEach((line, row) => {
        pen.strokeText(line, room.x, room.top + row * LINE);
        pen.fillText(line, room.x, room.top + row * LINE);
      });
    });
    pen.restore();
    return named;
  };
};
