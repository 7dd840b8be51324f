package com.example.ownsource;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupOutcome.Evidence;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.Owner;
import io.github.auth0migration.spi.PageReader.Page;
import io.github.auth0migration.spi.PagedListing;
import io.github.auth0migration.spi.ProfileMapping;
import io.github.auth0migration.spi.Repeat;
import io.github.auth0migration.spi.Retrier;
import io.github.auth0migration.spi.ScriptBoundary;
import io.github.auth0migration.spi.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The company's own user API as a source: {@code POST /sessions} checks a password and answers 200, or 401 with the error
 * {@code wrong_password} or {@code bad_key}; {@code GET /users} finds people by e-mail and lists them page by page.
 */
public final class OwnUserApi implements MigrationSource, UserListing {

    private final SourceDescription description =
            SourceDescription.live("own", "own").withUserIdPrefix("own");
    private final ProfileMapping mapping = new ProfileMapping(ProfileMapper.none(), IdentifierPolicy.AUTH0);
    private final Retrier retrier = Retrier.standard();
    private final BaseUrl baseUrl;
    private final Secret apiKey;
    private final HttpTransport transport;

    public OwnUserApi(URI baseUrl, Supplier<String> apiKey, HttpTransport transport) {
        this.baseUrl = BaseUrl.of("baseUrl", baseUrl);
        this.apiKey = Secret.of("apiKey", apiKey);
        this.transport = transport;
    }

    @Override
    public SourceDescription description() {
        return description;
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        return ScriptBoundary.login(
                request,
                () -> owner(request.identifier(), request.deadline())
                        .login(person -> checkPassword(person, request), Cause.UNKNOWN_USER));
    }

    private LoginOutcome checkPassword(Person person, LoginRequest request) throws CallFailedException {
        if (!person.active()) {
            return new LoginOutcome.Refused(Refusal.unproved(Reason.DISABLED));
        }
        Map<String, String> body = Map.of("id", person.id(), "password", request.password());
        HttpCall call = HttpCall.postJson(baseUrl.resolve(List.of("sessions"), Map.of()), body, request.deadline());
        HttpReply reply = send(Repeat.ONLY_IF_UNSENT, call);
        if (error(reply).equals("wrong_password")) {
            return new LoginOutcome.Rejected(Cause.WRONG_PASSWORD, description.userId(person.id()));
        }
        boolean sameAccount = reply.jsonObject().requiredString("id").equals(person.id());
        return sameAccount
                ? mapping.authenticated(person.owned(), user(person), Set.of(), request.identifier())
                : new LoginOutcome.Refused(Refusal.proved(Reason.IDENTITY_MISMATCH));
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        return ScriptBoundary.lookup(request, () -> {
            Owner<Person> owner = request.identifier().isPresent()
                    ? owner(request.identifier().get(), request.deadline())
                    : withUserId(request.userId().orElseThrow(), request.deadline());
            return owner.lookup(
                    person -> person.active()
                            ? mapping.found(user(person), request.identifier())
                            : LookupOutcome.Refused.of(Reason.DISABLED),
                    Evidence.EXACT);
        });
    }

    @Override
    public Stream<SourceUser> users(ListingCursor from) {
        if (!from.value().matches("[A-Za-z0-9-]*")) {
            throw ListingCursor.foreign();
        }
        return PagedListing.stream(from, at -> {
            JsonObject page = read(Map.of("after", at.value()), Deadline.standard());
            List<SourceUser> users = new ArrayList<>();
            for (JsonObject row : page.requiredObjects("users")) {
                users.add(listed(row, at));
            }
            return new Page(users, page.string("next").map(ListingCursor::new));
        });
    }

    /** A broken record is an entry, too: the others are listed all the same. */
    private SourceUser listed(JsonObject row, ListingCursor at) {
        try {
            Person person = Person.of(row);
            return person.listed(user(person), at);
        } catch (CallFailedException e) {
            return new SourceUser.Unreadable(String.valueOf(row.asMap().get("id")), e.failure(), at);
        }
    }

    @Override
    public CheckReport check() {
        try {
            read(Map.of("email", "nobody@example.com"), Deadline.standard());
            return new CheckReport(List.of(Finding.ok("api", "The user API answers, and accepts our key.")));
        } catch (CallFailedException e) {
            return new CheckReport(List.of(Finding.problem("api", "The user API cannot be asked.", e.failure())));
        }
    }

    private Owner<Person> owner(Identifier typed, Deadline deadline) throws CallFailedException {
        List<Person> people = people(read(Map.of("email", typed.value()), deadline));
        return Owner.among(people, Person::owned, typed, IdentifierPolicy.AUTH0);
    }

    private Owner<Person> withUserId(String userId, Deadline deadline) throws CallFailedException {
        Optional<String> id = description.platformId(userId);
        for (Person person : id.isEmpty() ? List.<Person>of() : people(read(Map.of("id", id.get()), deadline))) {
            if (Optional.of(person.id()).equals(id)) {
                return new Owner.One<>(person);
            }
        }
        return new Owner.None<>();
    }

    private MigratedUser user(Person person) throws CallFailedException {
        return person.user(mapping, description.userId(person.id()));
    }

    private static List<Person> people(JsonObject page) throws CallFailedException {
        List<Person> people = new ArrayList<>();
        for (JsonObject json : page.requiredObjects("users")) {
            people.add(Person.of(json));
        }
        return people;
    }

    private JsonObject read(Map<String, String> query, Deadline deadline) throws CallFailedException {
        HttpReply reply = send(Repeat.FREELY, HttpCall.get(baseUrl.resolve(List.of("users"), query), deadline));
        if (reply.status() != 200) {
            throw failed(Failure.Kind.MALFORMED_RESPONSE, "The user API answered " + reply.status() + ".");
        }
        return reply.jsonObject();
    }

    /** Lets through what the API itself says: 200, and 401 to a wrong password. */
    private HttpReply send(Repeat repeat, HttpCall call) throws CallFailedException {
        HttpCall withKey = call.withHeader("X-Api-Key", apiKey.token());
        HttpReply reply = retrier.call(
                repeat, call.deadline(), () -> transport.send(withKey).orThrow());
        return switch (reply.status() + " " + error(reply)) {
            case "200 ", "401 wrong_password" -> reply;
            case "401 bad_key" -> throw failed(Failure.Kind.SOURCE_CREDENTIALS, "The user API refuses our key.");
            default -> throw failed(Failure.Kind.MALFORMED_RESPONSE, "The user API answered " + reply.status() + ".");
        };
    }

    private static String error(HttpReply reply) throws CallFailedException {
        return reply.status() == 200 ? "" : reply.jsonObject().string("error").orElse("");
    }

    private static CallFailedException failed(Failure.Kind kind, String detail) {
        return CallFailedException.maybeSent(Failure.of(kind, detail));
    }
}
