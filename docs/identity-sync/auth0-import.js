/*
 * From a Gigya account to a record of Auth0's bulk import. IdentitySync runs it record by record. It stands in
 * auth0-import.dataflow.json in Base64: write it there anew after each change. It uses the language and no library.
 */

// The userIdPrefix of the sources in your auth server: import and sign-in must give a person the same user_id.
var USER_ID_PREFIX = 'gigya';

// 'sha1', 'sha256' or 'sha512', once an account whose password you know has told which one the algorithm "pbkdf2" means.
var PBKDF2_DIGEST = null;

var DIGEST_BYTES = { md5: 16, sha1: 20, sha256: 32, sha512: 64 };
var HASH_SETTINGS = ['algorithm', 'rounds', 'salt', 'format', 'binaryFormat', 'url'];
var BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
var BCRYPT64 = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function process(record, ctx, logger, next) {
  if (!record) {
    return record;
  }
  var user = userOf(record);
  var password = importable(record.password || {});
  var obstacle = obstacleTo(record, user, password);
  if (obstacle) {
    // Neither address nor hash: job traces are read by many.
    logger.info('left out, ' + obstacle + ': ' + record.UID);
    return null;
  }
  return Object.assign(user, password);
}

// People without an importable hash stay out: Auth0 would give them a random one and never ask the old hash again.
function obstacleTo(account, user, password) {
  if (!has(account.UID) || /\s/.test(user.user_id) || user.user_id.length > 255) {
    return 'no UID that Auth0 takes';
  }
  if (!has(user.email) || user.email.length > 254 || !/^[^\s@]{1,64}@[^\s@]+$/.test(user.email)) {
    return 'no e-mail address of its own';
  }
  if (isLocked(account)) {
    return 'locked';
  }
  if (!has(account.isActive)) {
    return 'not said to be active';
  }
  return password && !isSocialOnly(account) ? null : 'no hash that Auth0 takes';
}

function isSocialOnly(account) {
  var providers = has(account.identities)
    ? account.identities.map(function (identity) { return identity.provider; })
    : has(account.socialProviders) ? account.socialProviders.toLowerCase().split(/\s*,\s*/) : ['site'];
  return providers.indexOf('site') < 0;
}

function isLocked(account) {
  // A time that cannot be read locks.
  return has(account.lockedUntil) ? !(Date.parse(account.lockedUntil) <= Date.now()) : account.isLockedOut === true;
}

function userOf(account) {
  var profile = account.profile || {};
  var address = addressOf(account, profile);
  var username = (account.loginIDs || {}).username;
  var givenName = text(profile.firstName, 150);
  var familyName = text(profile.lastName, 150);
  var user = {
    user_id: USER_ID_PREFIX + '|' + account.UID,
    email: address.email,
    email_verified: address.verified,
    // An address as a username would be found by nobody who checks whose it is.
    username: has(username) && /^[A-Za-z0-9^$.!`\-#+'~_]{1,128}$/.test(username) ? username : undefined,
    given_name: givenName,
    family_name: familyName,
    name: text([givenName, familyName].filter(has).join(' '), 150),
    nickname: text(profile.nickname, 300),
    picture: /^https?:\/\/[!-~]{1,2000}$/.test(profile.photoURL) ? profile.photoURL : undefined,
    blocked: account.isActive === false ? true : undefined,
    user_metadata: metadataOf(account, profile),
  };
  Object.keys(user).forEach(function (name) {
    if (!has(user[name])) {
      delete user[name];
    }
  });
  return user;
}

// profile.email may be anybody's: only what signs in, or is verified, is the account's own.
function addressOf(account, profile) {
  var loginIds = account.loginIDs || {};
  var emails = account.emails || {};
  var verified = emails.verified || [];
  var doubted = (emails.unverified || []).concat(loginIds.unverifiedEmails || []);
  var owned = (loginIds.emails || []).concat(
    verified.filter(function (address) { return !holds(doubted, address); }));
  var email = holds(owned, profile.email) ? profile.email : owned[0];
  return { email: email, verified: holds(verified, email) && !holds(doubted, email) };
}

function holds(addresses, address) {
  return has(address) && addresses.some(function (other) { return folded(other) === folded(address); });
}

// A to Z only: other letters fold differently from place to place.
function folded(address) {
  return address.replace(/[A-Z]/g, function (letter) { return letter.toLowerCase(); });
}

function metadataOf(account, profile) {
  var metadata = withoutForbiddenNames(profile);
  ['email', 'firstName', 'lastName', 'nickname', 'photoURL'].forEach(function (name) { delete metadata[name]; });
  var data = withoutForbiddenNames(account.data || {});
  if (Object.keys(data).length > 0) {
    metadata.data = data;
  }
  return metadata;
}

function withoutForbiddenNames(value) {
  if (Array.isArray(value)) {
    return value.filter(has).map(withoutForbiddenNames);
  }
  if (typeof value !== 'object') {
    return value;
  }
  var kept = {};
  Object.keys(value).forEach(function (name) {
    if (has(value[name]) && name !== '' && !/[.$]/.test(name)) {
      kept[name] = withoutForbiddenNames(value[name]);
    }
  });
  return kept;
}

// Gigya keeps five characters as entities of HTML.
function text(value, max) {
  if (typeof value !== 'string') {
    return undefined;
  }
  var named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  var decoded = value.replace(/&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/g,
    function (entity, decimal, hex, name) {
      var point = decimal ? parseInt(decimal, 10) : parseInt(hex, 16);
      return name ? named[name] : point <= 0x10ffff ? String.fromCodePoint(point) : entity;
    });
  var clean = decoded.replace(/[\u0000-\u001f\u007f-\u009f]/g, '').trim();
  return clean === '' ? undefined : Array.from(clean).slice(0, max).join('');
}

// The hash as Auth0 takes it; null where it takes none, or where Gigya does not tell how the hash is made.
function importable(password) {
  var settings = password.hashSettings || {};
  var known = Object.keys(settings).every(function (name) {
    return !has(settings[name]) || HASH_SETTINGS.indexOf(name) >= 0;
  });
  if (!known || has(password.hash) === has(password.compoundHash)) {
    return null;
  }
  switch (settings.algorithm) {
    case 'md5':
    case 'sha1':
    case 'sha256':
    case 'sha512':
      return digest(settings, bytes(password.hash), password.hash);
    case 'pbkdf2':
      return PBKDF2_DIGEST ? pbkdf2(PBKDF2_DIGEST, settings, password.hash) : null;
    case 'pbkdf2_sha256':
      return pbkdf2('sha256', settings, password.hash);
    case 'pbkdf2_sha512':
      return pbkdf2('sha512', settings, password.hash);
    case 'bcrypt':
      return has(password.compoundHash) ? crypt(settings, password.compoundHash) : rawBcrypt(settings, password.hash);
    default:
      return null;
  }
}

function digest(settings, decoded, hash) {
  if (!decoded || decoded.length !== DIGEST_BYTES[settings.algorithm] || has(settings.binaryFormat)
      || (has(settings.rounds) && settings.rounds !== 1)) {
    return null;
  }
  var around = surroundings(has(settings.format) ? settings.format : '$password', settings.salt);
  if (!around || (around.prefix && around.suffix)) {
    return null;
  }
  var imported = { algorithm: settings.algorithm, hash: { value: hash, encoding: 'base64' } };
  if (around.prefix || around.suffix) {
    imported.salt = {
      value: around.prefix || around.suffix,
      encoding: 'utf8',
      position: around.prefix ? 'prefix' : 'suffix',
    };
  }
  return { custom_password_hash: imported };
}

// What a format puts before and after the password; null unless it has the password once, and the salt if there is one.
function surroundings(format, salt) {
  var parts = String(format).match(/\$password|\$salt|[^$]+/g) || [];
  var around = { prefix: '', suffix: '' };
  var side = 'prefix';
  var passwords = 0;
  parts.forEach(function (part) {
    if (part === '$password') {
      passwords += 1;
      side = 'suffix';
    } else {
      around[side] += part === '$salt' ? salt : part;
    }
  });
  var salted = parts.indexOf('$salt') >= 0;
  var complete = parts.join('') === format && passwords === 1 && salted === has(salt) && salt !== '';
  return complete ? around : null;
}

function pbkdf2(digestName, settings, hash) {
  var key = bytes(hash);
  var salt = bytes(settings.salt);
  if (!isPlain(settings) || !key || key.length < 16 || key.length > 256 || !salt || salt.length === 0
      || !Number.isInteger(settings.rounds) || settings.rounds < 1) {
    return null;
  }
  // Auth0 takes 100000 rounds and 64 bytes where nothing else is said: neither is Gigya's.
  var value = '$pbkdf2-' + digestName + '$i=' + settings.rounds + ',l=' + key.length + '$'
    + settings.salt.replace(/=/g, '') + '$' + hash.replace(/=/g, '');
  return { custom_password_hash: { algorithm: 'pbkdf2', hash: { value: value, encoding: 'utf8' } } };
}

function rawBcrypt(settings, hash) {
  var key = bytes(hash);
  var salt = bytes(settings.salt);
  var cost = Math.log2(settings.rounds);
  if (!Number.isInteger(cost) || !salt || salt.length !== 16 || !key || (key.length !== 23 && key.length !== 24)) {
    return null;
  }
  var unsalted = Object.assign({}, settings, { salt: null });
  return crypt(unsalted, '$2b$' + (cost < 10 ? '0' : '') + cost + '$' + bcrypt64(salt) + bcrypt64(key.slice(0, 23)));
}

function crypt(settings, value) {
  var cost = parseInt(String(value).substring(4, 6), 10);
  // The last character of salt and hash has bits to spare, which are zero.
  var shape = /^\$2[aby]\$[0-9]{2}\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]$/;
  if (!shape.test(value) || cost < 4 || cost > 16 || !isPlain(settings) || has(settings.salt)) {
    return null;
  }
  return cost === 10 && value.charAt(2) !== 'y'
    ? { password_hash: value }
    : { custom_password_hash: { algorithm: 'bcrypt', hash: { value: value, encoding: 'utf8' } } };
}

function isPlain(settings) {
  return !has(settings.binaryFormat) && (!has(settings.format) || settings.format === '$password');
}

// Strictly: a decoder that mends what it reads makes another hash.
function bytes(base64) {
  if (typeof base64 !== 'string'
      || !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)) {
    return null;
  }
  var decoded = [];
  var buffer = 0;
  var bits = 0;
  base64.replace(/=/g, '').split('').forEach(function (character) {
    buffer = ((buffer << 6) | BASE64.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      decoded.push((buffer >> bits) & 0xff);
    }
  });
  return (buffer & ((1 << bits) - 1)) === 0 ? decoded : null;
}

function bcrypt64(decoded) {
  var encoded = '';
  var buffer = 0;
  var bits = 0;
  decoded.forEach(function (byte) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      encoded += BCRYPT64.charAt((buffer >> bits) & 0x3f);
    }
  });
  return bits > 0 ? encoded + BCRYPT64.charAt((buffer << (6 - bits)) & 0x3f) : encoded;
}

function has(value) {
  return value !== null && value !== undefined;
}
