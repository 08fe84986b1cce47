import { requestIdOf } from './request-id.js';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

it.each(['3f2b8a0e-9c1d-4e5f-8a0e-abc123456def', '0af7651916cd43dd8448eb211c80319c', '01ARZ3NDEKTSV4RRFFQ69G5FAV'])(
  'keeps %s, which a proxy gave',
  (id) => {
    expect(requestIdOf({ 'x-request-id': id })).toBe(id);
  },
);

it.each(['PEGJ800101AB1', 'PEGJ800101HJCRRN09', 'a@b.mx', '', 'x'.repeat(65), '1\n2', '<script>'])(
  'makes one in place of %j, which may say something of somebody',
  (id) => {
    expect(requestIdOf({ 'x-request-id': id })).toMatch(UUID);
  },
);

it('takes the trace it belongs to', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  expect(requestIdOf({ traceparent })).toBe('0af7651916cd43dd8448eb211c80319c');
  expect(requestIdOf({ traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` })).toMatch(UUID);
});
