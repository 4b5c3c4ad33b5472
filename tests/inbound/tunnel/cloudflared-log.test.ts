import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseHostname } from '../../../electron/inbound/tunnel/choose-hostname.ts';
import { readCloudflaredLine } from '../../../electron/inbound/tunnel/cloudflared-log.ts';

const read = (line: string) => readCloudflaredLine(line, 'the-token');
const RULES = '{\\"ingress\\":[{\\"hostname\\":\\"Bell.shop.example\\",\\"service\\":\\"http://localhost:8787\\"},{\\"service\\":\\"http_status:404\\"}]}';

describe('a line of cloudflared', () => {
  it.each([
    [
      '2024-02-08T06:25:48Z INF Registered tunnel connection connIndex=3 connection=336d73e6 event=0 ip=198.51.100.13 location=fra08 protocol=quic',
      { what: 'registered', connection: 3 },
    ],
    ['2022-06-01T16:23:12Z INF Connection c206cf44-945f-4c3c-a85c-af60c6338dc2 registered connIndex=0 location=ORD', { what: 'registered', connection: 0 }],
    ['2022-08-21T00:22:25Z INF Unregistered tunnel connection connIndex=2', { what: 'lost', connection: 2 }],
    ['2024-01-24T21:46:28Z WRN Connection terminated error="timeout: no recent network activity" connIndex=1', { what: 'lost', connection: 1 }],
    ['2024-12-19T21:17:58Z INF Starting metrics server on 127.0.0.1:20241/metrics', { what: 'metrics', address: '127.0.0.1:20241' }],
    [
      `2024-12-19T21:17:58Z INF Updated to new configuration config="${RULES}" version=2`,
      { what: 'rules', rules: [{ hostname: 'bell.shop.example', service: 'http://localhost:8787' }] },
    ],
    ['2023-07-20T00:00:00Z INF Updated to new configuration config=null version=0', { what: 'rules', rules: [] }],
    ['{"level":"info","connIndex":0,"time":"2022-04-26T16:00:31Z","message":"Registered tunnel connection"}', { what: 'registered', connection: 0 }],
    [`{"level":"info","config":"${RULES}","version":1,"message":"Updated to new configuration"}`, { what: 'rules', rules: [expect.anything()] }],
  ])('%s', (line, news) => expect(read(line)).toEqual(news));

  it.each([
    ['Provided Tunnel token is not valid.', 'tunnel-token', 'person'],
    ['2021-08-02T13:44:44Z ERR Register tunnel error from server side error="Unauthorized: Invalid tunnel secret" connIndex=0', 'tunnel-token', 'person'],
    ['2024-09-11T21:31:09Z ERR Register tunnel error from server side error="Unauthorized: Failed to get tunnel" connIndex=0', 'tunnel-token', 'retry'],
    ['Incorrect Usage: flag provided but not defined: -grace-period', 'program-missing', 'person'],
    [
      '2024-02-08T06:25:54Z WRN Failed to create new quic connection error="failed to dial to edge with quic: timeout: no recent network activity" connIndex=2',
      'tunnel-network',
      'retry',
    ],
    ['2024-02-08T06:25:54Z ERR Unable to establish connection with Cloudflare edge error="dial tcp 198.51.100.7:7844: i/o timeout"', 'tunnel-network', 'retry'],
  ])('%s', (line, reason, cure) => expect(read(line)).toMatchObject({ what: 'fault', fault: { reason, cure } }));

  it.each([
    '2024-12-19T21:17:58Z INF Initial protocol quic',
    '2024-12-19T21:17:58Z ERR  error="Unable to reach the origin service: dial tcp 127.0.0.1:8787: connect: connection refused" connIndex=1 originService=http://localhost:8787',
    '',
  ])('"%s" says nothing of the tunnel', (line) => expect(read(line)).toBeNull());

  it('is never more than can be shown, and never the token, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.constantFrom('', '{', 'ERR Unauthorized ', 'INF Updated to new configuration config="'), (text, before) => {
        const news = read(`${before}${text} the-token`);
        expect(JSON.stringify(news)).not.toContain('the-token');
        if (news?.what === 'fault') expect((news.fault.details ?? '').length).toBeLessThanOrEqual(300);
      }),
    );
  });
});

describe('the public hostname of a Cloudflare tunnel', () => {
  const rules = [
    { hostname: 'www.shop.example', service: 'http://localhost:80' },
    { hostname: '*.shop.example', service: 'http://127.0.0.1:8787' },
    { hostname: 'bell.shop.example', service: 'http://localhost:8787' },
  ];

  it.each([
    ['', rules, 'https://bell.shop.example'],
    ['any.shop.example', rules, 'https://any.shop.example'],
    ['https://BELL.shop.example:443/webhook', rules, 'https://bell.shop.example'],
    ['bell.other.example', rules, 'https://bell.other.example'],
    ['bell.shop.example', null, 'https://bell.shop.example'],
  ])('"%s" is %s', (wanted, given, url) => expect(chooseHostname(wanted, given, 8787)).toEqual({ ok: true, url }));

  it.each([
    ['www.shop.example', rules, 'www.shop.example → http://localhost:80, not http://localhost:8787'],
    ['', [{ hostname: 'bell.shop.example', service: 'https://localhost:8787' }], 'bell.shop.example → https://localhost:8787, not http://localhost:8787'],
    ['', [], 'no public hostname → http://localhost:8787'],
    ['', null, 'no public hostname → http://localhost:8787'],
  ])('"%s" leads elsewhere', (wanted, given, details) => expect(chooseHostname(wanted, given, 8787)).toEqual({ ok: false, details }));
});
