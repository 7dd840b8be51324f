package io.github.auth0migration.simulators.gigya;

/** The words that go with a code. Nobody may rely on them: only the code is documented to be stable. */
final class ErrorTexts {

    private ErrorTexts() {}

    static String of(int errorCode) {
        return switch (errorCode) {
            case 206_001 -> "Account Pending Registration";
            case 206_002 -> "Account Pending Verification";
            case 206_006 -> "Account Pending Code Verification";
            case 301_001 -> "Invalid data center";
            case 400_002 -> "Missing required parameter";
            case 400_006 -> "Invalid parameter value";
            case 400_008 -> "Invalid authorization token";
            case 400_093 -> "Invalid ApiKey parameter";
            case 400_096 -> "Invalid API method";
            case 401_020 -> "Captcha verification is required";
            case 401_030 -> "Old Password Used";
            case 403_002 -> "Request has expired";
            case 403_003 -> "Invalid request signature";
            case 403_004 -> "Duplicate value of nonce";
            case 403_005 -> "Unauthorized user";
            case 403_007 -> "Permission denied";
            case 403_041 -> "Account Disabled";
            case 403_042 -> "Invalid LoginID";
            case 403_048 -> "API rate limit exceeded";
            case 403_100 -> "Account Pending Password Change";
            case 403_101 -> "Account Pending TFA Verification";
            case 403_102 -> "Account Pending TFA Registration";
            case 403_120 -> "Account temporarily locked out";
            case 404_003 -> "UID was not found";
            case 409_030 -> "Too many concurrent requests for one user";
            default -> "Error " + errorCode;
        };
    }

    static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 206 -> "Partial Content";
            case 301 -> "Moved Permanently";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Other";
        };
    }
}
