import { AppError } from '@eyeline/contracts';

import { AddressGuard, type Refusals } from './address-guard.js';

const PUBLIC = ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'];

const guardOf = (addresses: readonly string[], allowed: readonly string[] = []) =>
  new AddressGuard(allowed, () => Promise.resolve(addresses));

/** Literal addresses are asked of no resolver. */
const noResolver = new AddressGuard([], () => Promise.reject(new Error('was asked')));

const refused = { code: 'webhook_forbidden' };

describe('AddressGuard', () => {
  it('gives a public host with the addresses that it has looked at', async () => {
    const { url, addresses } = await guardOf(PUBLIC).check('https://example.com/hook?a=b');
    expect(url.href).toBe('https://example.com/hook?a=b');
    expect(addresses).toEqual(PUBLIC);
    expect((await noResolver.check('https://93.184.215.14/')).addresses).toEqual(['93.184.215.14']);
    expect((await noResolver.check(`https://[${PUBLIC[1]}]/`)).addresses).toEqual([PUBLIC[1]]);
  });

  it.each([
    ...['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '100.100.100.200', '168.63.129.16', '192.0.0.192', '198.18.0.1'],
    ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '192.0.2.1', '203.0.113.9'],
    // Other ways to write 127.0.0.1, 10.0.0.1 and 169.254.169.254: decimal, octal, hexadecimal, short.
    ...['2130706433', '017700000001', '0x7f000001', '127.1', '0x7f.1', '0177.0.0.1', '167772161'],
    ...['2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '127.0.0.1.', '%31%32%37.0.0.1', '１２７.0.0.1'],
    ...['[::]', '[::1]', '[fe80::1]', '[fc00::1]', '[fd00:ec2::254]', '[fec0::1]', '[ff02::1]', '[100::1]'],
    // IPv4 inside: mapped, translated, compatible, NAT64, 6to4, Teredo.
    ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:0:7f00:1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]'],
    ...[
      '[64:ff9b::10.0.0.1]',
      '[64:ff9b:1::7f00:1]',
      '[2002:7f00:1::]',
      '[2001:0:7f00:1::]',
      '[2001:db8::1]',
    ],
  ])('refuses https://%s', async (host) => {
    await expect(noResolver.check(`https://${host}/`)).rejects.toMatchObject(refused);
  });

  it.each(['https://[::ffff:93.184.215.14]/', 'https://[64:ff9b::93.184.215.14]/', 'https://1572395790/'])(
    'judges %s by the public IPv4 address in it',
    async (address) => {
      await expect(noResolver.check(address)).resolves.toBeDefined();
    },
  );

  it.each([[['127.0.0.1']], [['::1']], [[...PUBLIC, '10.0.0.1']], [['fe80::1%eth0', ...PUBLIC]], [[]]])(
    'refuses a host with the addresses %j',
    async (addresses) => {
      await expect(guardOf(addresses).check('https://example.com/')).rejects.toMatchObject(refused);
    },
  );

  it('refuses a host whose resolver is silent', async () => {
    const silent = new AddressGuard([], () => new Promise(() => undefined), { resolveMs: 50 });
    await expect(silent.check('https://slow.example/')).rejects.toMatchObject({
      ...refused,
      detail: 'The addresses of slow.example could not be found within 0.05 s.',
    });
  });

  it('refuses a host that the resolver does not know', async () => {
    await expect(noResolver.check('https://nowhere.example/')).rejects.toMatchObject({
      ...refused,
      detail: 'The host nowhere.example has no address.',
    });
  });

  it.each([
    ...['http://example.com/', 'https://example.com:8443/', 'http://example.com:443/', 'nothing'],
    ...['ftp://example.com/', 'file:///etc/passwd', 'https://user:secret@example.com/'],
  ])('refuses %s, whatever its host', async (address) => {
    await expect(guardOf(PUBLIC).check(address)).rejects.toMatchObject(refused);
  });

  it('tells without a resolver what it can', () => {
    expect(noResolver.inspect('https://unknown.example/a').href).toBe('https://unknown.example/a');
    expect(noResolver.inspect('http://unknown.example:81/').port).toBe('81'); // the operator may allow its network
    for (const address of ['https://127.0.0.1/', 'https://[::1]/', 'http://93.184.215.14/', 'nothing']) {
      expect(() => noResolver.inspect(address)).toThrow(expect.objectContaining(refused));
    }
  });

  it('says no by the codes of its use', async () => {
    const refusals: Refusals = {
      forbidden: (detail) => new AppError('source_forbidden', { detail }),
      unknownHost: (detail) => new AppError('source_unreachable', { detail }),
    };
    const guard = new AddressGuard([], () => Promise.resolve([]), { refusals });
    await expect(guard.check('https://10.0.0.1/')).rejects.toMatchObject({ code: 'source_forbidden' });
    await expect(guard.check('https://a.example/')).rejects.toMatchObject({
      ...{ code: 'source_unreachable', detail: 'The host a.example has no address.' },
    });
  });

  it('allows http and any port inside the ranges of the operator, and nothing beside them', async () => {
    const guard = new AddressGuard(['127.0.0.0/8', 'fd00::/8', '::1/128'], () =>
      Promise.resolve(['10.0.0.1']),
    );
    for (const host of ['127.0.0.1', '[fd00::1]', '[::1]', '[::ffff:127.0.0.1]', '2130706433']) {
      await expect(guard.check(`http://${host}:8080/`)).resolves.toBeDefined();
    }
    for (const address of [
      'http://10.0.0.1/',
      'http://name/',
      'http://93.184.215.14/',
      'http://[fe80::1]/',
    ]) {
      await expect(guard.check(address)).rejects.toMatchObject(refused);
    }
    const both = guardOf(['127.0.0.1', PUBLIC[0]], ['127.0.0.0/8']);
    await expect(both.check('http://example.com/')).rejects.toMatchObject(refused);
    await expect(both.check('https://example.com/')).resolves.toBeDefined();
  });
});
