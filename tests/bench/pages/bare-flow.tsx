// The floor for dragging: React Flow with nothing around it, with the nodes and edges of a scenario.
import { ReactFlow, useEdgesState, useNodesState, type Edge, type Node } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import { layeredScenario } from '../scenario.mjs';
import '@xyflow/react/dist/style.css';
import './bare-flow.css';

const scenario = layeredScenario(Number(new URLSearchParams(location.search).get('count') ?? '1000'));
const design = scenario.designs[0];
const places: Record<string, number[]> = scenario.at;
const initialNodes: Node[] = Object.keys(places).map((id) => ({
  id,
  position: { x: places[id]?.[0] ?? 0, y: places[id]?.[1] ?? 0 },
  width: 184,
  height: 92,
  data: { label: id },
}));
const initialEdges: Edge[] = (design?.calls ?? []).map((call, index) => ({
  id: String(index),
  source: call.from ?? '',
  target: call.to,
}));

function Bare() {
  const [nodes, , onNodesChange] = useNodesState(initialNodes);
  const [edges, , onEdgesChange] = useEdgesState(initialEdges);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onlyRenderVisibleElements
      minZoom={0.02}
      fitView
    />
  );
}

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Bare />);
