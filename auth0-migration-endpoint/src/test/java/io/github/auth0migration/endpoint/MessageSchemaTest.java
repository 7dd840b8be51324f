package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the schemas refuse; that they admit what the endpoint says is checked with every answer of every other test. */
class MessageSchemaTest {

    private static final String C = "\"correlation_id\":\"c\"";

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            LOGIN_REQUEST ; true ; {"version":1,"identifier":"a","password":"b"}
            LOGIN_REQUEST ; true ; {"version":1,"identifier":"","password":"","correlation_id":"c 1"}
            LOGIN_REQUEST ; false ; {"version":2,"identifier":"a","password":"b"}
            LOGIN_REQUEST ; false ; {"version":"1","identifier":"a","password":"b"}
            LOGIN_REQUEST ; false ; {"identifier":"a","password":"b"}
            LOGIN_REQUEST ; false ; {"version":1,"identifier":"a"}
            LOGIN_REQUEST ; false ; {"version":1,"identifier":"a","password":1}
            LOGIN_REQUEST ; false ; {"version":1,"identifier":null,"password":"b"}
            LOGIN_REQUEST ; false ; {"version":1,"identifier":"a","password":"b","user_id":"u"}
            LOGIN_REQUEST ; false ; {"version":1,"identifier":"a","password":"b","correlation_id":""}
            LOGIN_REQUEST ; false ; {"version":1,"identifier":"a","password":"b","correlation_id":"é"}
            LOGIN_REQUEST ; false ; []
            GET_USER_REQUEST ; true ; {"version":1,"identifier":"a"}
            GET_USER_REQUEST ; true ; {"version":1,"user_id":"okta|1"}
            GET_USER_REQUEST ; false ; {"version":1}
            GET_USER_REQUEST ; false ; {"version":1,"identifier":"a","user_id":"okta|1"}
            GET_USER_REQUEST ; false ; {"version":1,"identifier":"a","password":"b"}
            GET_USER_REQUEST ; false ; {"version":1,"user_id":"okta 1"}
            GET_USER_REQUEST ; false ; {"version":1,"user_id":""}
            LOGIN_RESPONSE ; true ; {"version":1,"outcome":"authenticated",C,"profile":{"user_id":"u"}}
            LOGIN_RESPONSE ; true ; {"version":1,"outcome":"rejected",C,"cause":"NEW_CAUSE","message":"m","new":1}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"authenticated",C}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"authenticated",C,"profile":{}}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"authenticated",C,"profile":{"user_id":1}}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"authenticated","profile":{"user_id":"u"}}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"rejected",C,"cause":"UNKNOWN_USER","message":"m","profile":{"user_id":"u"}}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"rejected",C,"message":"m"}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"refused",C,"reason":"LOCKED_OUT","message":"m"}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"refused",C,"reason":"LOCKED_OUT","password_proved":"no","message":"m"}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"unavailable",C,"message":"m"}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"unavailable",C,"kind":"TIMEOUT","message":"m","retry_after_seconds":1.5}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"found",C,"profile":{"user_id":"u"}}
            LOGIN_RESPONSE ; false ; {"version":1,"outcome":"error",C,"error":"forbidden","message":"m"}
            LOGIN_RESPONSE ; false ; {}
            GET_USER_RESPONSE ; true ; {"version":1,"outcome":"not_found",C,"evidence":"EXACT"}
            GET_USER_RESPONSE ; false ; {"version":1,"outcome":"not_found",C}
            GET_USER_RESPONSE ; false ; {"version":1,"outcome":"not_found",C,"evidence":"EXACT","profile":null}
            GET_USER_RESPONSE ; false ; {"version":1,"outcome":"refused",C,"reason":"DISABLED","password_proved":true,"message":"m"}
            GET_USER_RESPONSE ; false ; {"version":1,"outcome":"authenticated",C,"profile":{"user_id":"u"}}
            ERROR ; true ; {"version":1,"outcome":"error","error":"forbidden","message":"m"}
            ERROR ; false ; {"version":1,"outcome":"error","error":"forbidden"}
            ERROR ; false ; {"version":1,"outcome":"unavailable","kind":"TIMEOUT","message":"m"}
            HEALTH ; true ; {"version":1,"status":"up","checked_at":"2030-01-01T00:00:00Z","callers_refused":0,"sources":[{"name":"okta","switched_on":true,"passed":true,"findings":[]}]}
            HEALTH ; false ; {"version":1,"status":"ok","checked_at":"2030-01-01T00:00:00Z","callers_refused":0,"sources":[{"name":"okta","switched_on":true,"passed":true,"findings":[]}]}
            HEALTH ; false ; {"version":1,"status":"up","checked_at":"2030-01-01T00:00:00Z","callers_refused":0,"sources":[]}
            HEALTH ; true ; {"version":1,"outcome":"unavailable","kind":"TIMEOUT","message":"m"}
            HEALTH ; false ; {"version":1,"outcome":"authenticated",C,"profile":{"user_id":"u"}}
            """)
    void admitsWhatIsMeantAndNothingElse(MessageSchema schema, boolean admitted, String message) {
        assertThat(schema.admits(message.replace(",C", "," + C))).isEqualTo(admitted);
    }
}
