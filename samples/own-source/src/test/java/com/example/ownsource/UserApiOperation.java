package com.example.ownsource;

enum UserApiOperation {
    SESSIONS,
    USERS,
    OTHER
}
